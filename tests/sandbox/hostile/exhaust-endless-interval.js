// class: exhaustion | attempt: a timer that keeps the run alive | lab: sum | expect: passed
setInterval(() => {}, 1);
export const sum = (list) => list.reduce((a, b) => a + b, 0);
