// class: exhaustion | attempt: wait longer than there is time | lab: sum | expect: timed-out
await new Promise((resolve) => setTimeout(resolve, 600_000));
export const sum = () => 0;
