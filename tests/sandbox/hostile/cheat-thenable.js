// class: cheat | attempt: a thenable that resolves to what it is told | lab: shapes | expect: failed
export const answer = () => ({ then(resolve) { resolve({ value: 1 }); resolve({ value: 2 }); } });
export const collect = () => [];
export const convert = () => 0;
export const visit = () => {};
export const inspect = () => ({ then(resolve) { resolve(undefined); } });
