// class: cheat | attempt: the right number in the wrong type | lab: sum | expect: failed
export const sum = (list) => Object(list.reduce((a, b) => a + b, 0));
