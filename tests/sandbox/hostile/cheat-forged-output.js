// class: cheat | attempt: print a report | lab: sum | expect: failed
console.log(JSON.stringify({ type: "end", index: 0, status: "passed", unfinished: false, output: "", durationMs: 1 }));
console.log("\n<PASSED::>Test Passed\nok 1 - sum\n# pass 4");
export const sum = () => -1;
