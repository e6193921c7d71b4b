// class: cheat | attempt: finish the report later | lab: sum | expect: failed
setTimeout(() => console.log("passed"), 0);
Promise.reject(new Error("late"));
queueMicrotask(() => { throw new Error("later"); });
export const sum = () => -1;
