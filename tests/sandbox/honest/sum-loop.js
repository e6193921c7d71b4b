// class: honest | attempt: the plain way | lab: sum | expect: passed
export function sum(list) {
  let total = 0;
  for (const n of list) total += n;
  return total;
}
