// class: cheat | attempt: the right digits as text | lab: sum | expect: failed
export const sum = (list) => String(list.reduce((a, b) => a + b, 0));
