// class: leak | attempt: leave something for the next run | lab: sum | expect: failed
globalThis.left = (globalThis.left ?? 0) + 1;
Symbol.for("left").description;
Array.prototype.left = true;
if (globalThis.left > 1) console.log("CANARY-LEAKED");
export const sum = () => -1;
