// class: exhaustion | attempt: never return | lab: sum | expect: timed-out
export function sum() { for (;;); }
