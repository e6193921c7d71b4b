// class: exhaustion | attempt: timers without number | lab: sum | expect: timed-out out-of-memory
const more = () => { for (let i = 0; i < 1000; i += 1) setTimeout(more, 0); };
more();
await new Promise((resolve) => setTimeout(resolve, 600_000));
export const sum = () => 0;
