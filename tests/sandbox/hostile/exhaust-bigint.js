// class: exhaustion | attempt: a number with a thousand million digits | lab: sum | expect: failed timed-out out-of-memory
export const sum = () => { let n = 3n; for (let i = 0; i < 40; i += 1) n = n ** 3n; return n; };
