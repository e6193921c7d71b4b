// class: exhaustion | attempt: a promise that never settles | lab: shapes | expect: timed-out
export const answer = () => null;
export const collect = () => [];
export const convert = () => 0;
export const visit = () => {};
export const inspect = () => new Promise(() => {});
