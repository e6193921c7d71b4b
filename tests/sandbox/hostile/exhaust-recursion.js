// class: exhaustion | attempt: recurse without end | lab: sum | expect: failed
export const sum = (list) => sum(list) + 1;
