// class: exhaustion | attempt: an iterable that never ends | lab: shapes | expect: failed timed-out
export const answer = () => ({ *[Symbol.iterator]() { for (;;) yield 1; } });
export const collect = answer;
export const convert = answer;
export const visit = () => {};
export const inspect = async () => answer();
