// class: exhaustion | attempt: fill the heap | lab: sum | expect: out-of-memory
export function sum() {
  const all = [];
  for (;;) all.push(new Array(1000).fill(all.length));
}
