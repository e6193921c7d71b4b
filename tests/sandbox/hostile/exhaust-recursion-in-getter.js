// class: exhaustion | attempt: recurse through the judge | lab: sum | expect: failed
export function sum(list) {
  const box = { get value() { return list.concat(box); } };
  Object.defineProperty(list, "map", { get() { return list.map; } });
  return list.map;
}
