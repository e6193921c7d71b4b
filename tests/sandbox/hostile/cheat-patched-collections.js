// class: cheat | attempt: patched collections that agree with everything | lab: shapes | expect: failed
for (const Class of [Map, Set, WeakMap, WeakSet]) {
  for (const name of ["get", "has", "entries", "keys", "values", "forEach", "set", "add"]) if (name in Class.prototype) Class.prototype[name] = () => true;
  if ("size" in Class.prototype) Object.defineProperty(Class.prototype, "size", { get: () => 2 });
}
export const answer = (kind) => (kind === "map" ? new Map() : kind === "set" ? new Set() : null);

export const collect = answer;
export const convert = answer;
export const inspect = async () => answer();
export const visit = () => {};
