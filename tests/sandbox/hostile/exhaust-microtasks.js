// class: exhaustion | attempt: promises without end | lab: sum | expect: timed-out out-of-memory
export function sum() {
  const again = () => Promise.resolve().then(again);
  again();
  return 6;
}
