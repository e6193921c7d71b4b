// class: exhaustion | attempt: answer with a value that is huge to print | lab: sum | expect: failed timed-out out-of-memory
export function sum() {
  const row = Object.fromEntries(Array.from({ length: 2000 }, (_, i) => ["key" + i, "x".repeat(100)]));
  return Array.from({ length: 2000 }, () => ({ ...row }));
}
