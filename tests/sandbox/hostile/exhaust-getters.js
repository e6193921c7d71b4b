// class: exhaustion | attempt: a result whose properties never come back | lab: shapes | expect: timed-out
export const answer = () => ({ get a() { for (;;); } });
export const collect = () => [];
export const convert = () => 0;
export const visit = () => {};
export const inspect = async () => 0;
