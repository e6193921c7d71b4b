// class: exhaustion | attempt: fill memory outside the heap | lab: sum | expect: out-of-memory failed
export function sum() {
  const all = [];
  for (;;) all.push(new Uint8Array(8 * 1024 * 1024).fill(1));
}
