// class: exhaustion | attempt: fill memory with buffers that are too small to be counted | lab: sum | expect: out-of-memory timed-out
export function sum() {
  const all = [];
  for (;;) all.push(new Uint8Array(64).fill(1));
}
