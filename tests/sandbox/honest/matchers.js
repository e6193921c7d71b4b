// class: honest | attempt: matchers of every sort | lab: matchers | expect: passed
export const user = () => ({ id: 7, name: "Ada", tags: ["a", "b"], address: { city: "Paris", zip: null }, born: new Date(0), extra: undefined });
export const ratio = 0.1 + 0.2;
export const text = "The quick brown fox";
export const list = [1, 2, { a: 1 }];
export const holes = [1, , 3];
export const fail = () => { throw Object.assign(new RangeError("out of range", { cause: "why" }), { code: "E_RANGE" }); };
export const circular = () => { const o = { a: 1 }; o.self = o; return o; };
export class Point { constructor(x, y) { this.x = x; this.y = y; } }
export const nullish = Object.assign(Object.create(null), { a: 1 });
