// class: exhaustion | attempt: double a string and keep every piece | lab: sum | expect: out-of-memory
export function sum() {
  const kept = [];
  let text = "abcdefgh";
  for (;;) {
    text = (text + text).slice(0, 400_000_000 / 100);
    kept.push([...text].join("-"));
  }
}
