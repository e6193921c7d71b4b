// class: exhaustion | attempt: print one line of many megabytes | lab: sum | expect: too-much-output
export function sum() { console.log("x".repeat(100_000_000)); return 0; }
