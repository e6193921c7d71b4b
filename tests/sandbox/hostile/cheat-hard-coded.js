// class: cheat | attempt: know the visible answers | lab: sum | expect: failed
const known = new Map([["1,2,3", 6], ["", 0], ["5,4,3", 12]]);
export const sum = (list) => known.get(list.join()) ?? 0;
