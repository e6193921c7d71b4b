// class: cheat | attempt: a module that is itself a promise | lab: sum | expect: failed
export function then(resolve) { resolve({ sum: () => 6 }); }
export const sum = () => -1;
