// class: exhaustion | attempt: print without end | lab: sum | expect: too-much-output
export function sum() { for (;;) console.log("all work and no play"); }
