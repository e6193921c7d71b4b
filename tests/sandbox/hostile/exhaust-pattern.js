// class: exhaustion | attempt: a pattern that backtracks for ever | lab: sum | expect: timed-out
export const sum = () => /^(a+)+$/.test("a".repeat(40) + "b");
