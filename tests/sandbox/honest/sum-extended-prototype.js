// class: honest | attempt: extends a built-in prototype | lab: sum | expect: passed
Array.prototype.total = function () { return this.reduce((a, b) => a + b, 0); };
Object.defineProperty(Number.prototype, "plus", { value(other) { return this + other; } });
export const sum = (list) => (0).plus(list.total());
