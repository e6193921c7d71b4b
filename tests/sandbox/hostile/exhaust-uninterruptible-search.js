// class: exhaustion | attempt: search a huge sparse array | lab: sum | expect: timed-out
export function sum() {
  const list = [];
  list.length = 4294967295;
  return Array.prototype.indexOf.call({ length: Number.MAX_SAFE_INTEGER }, 1);
}
