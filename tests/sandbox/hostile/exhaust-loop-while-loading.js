// class: exhaustion | attempt: never finish loading | lab: sum | expect: timed-out
for (;;);
export const sum = () => 0;
