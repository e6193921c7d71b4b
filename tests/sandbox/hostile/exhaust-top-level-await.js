// class: exhaustion | attempt: wait for ever while loading | lab: sum | expect: errored
await new Promise(() => {});
export const sum = () => 0;
