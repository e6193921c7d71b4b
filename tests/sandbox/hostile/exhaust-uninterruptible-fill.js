// class: exhaustion | attempt: a built-in that cannot be interrupted | lab: sum | expect: timed-out out-of-memory
export function sum() { return new Array(1e9).fill(0); }
