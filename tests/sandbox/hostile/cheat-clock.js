// class: cheat | attempt: stop the clock and fix the dice | lab: sum | expect: failed
Date.now = () => 0;
performance.now = () => 0;
Math.random = () => 0;
globalThis.Date = class { getTime() { return 0; } };
export const sum = () => -1;
