// class: exhaustion | attempt: a result nested a hundred thousand deep | lab: shapes | expect: failed
let deep = {};
for (let i = 0; i < 100_000; i += 1) deep = { c: deep, a: 1, b: [2, 3] };
export const answer = () => deep;
export const collect = () => [];
export const convert = () => 0;
export const visit = () => {};
export const inspect = async () => 0;
