// class: exhaustion | attempt: grow one buffer | lab: sum | expect: out-of-memory
export function sum() {
  const all = [];
  for (;;) {
    const buffer = new ArrayBuffer(1024, { maxByteLength: 64 * 1024 * 1024 });
    buffer.resize(64 * 1024 * 1024);
    new Uint8Array(buffer).fill(1);
    all.push(buffer);
  }
}
