// class: escape | attempt: bring back what was taken away | lab: sum | expect: failed
export function sum(list) {
  const found = [];
  for (const name of ["WebAssembly", "SharedArrayBuffer", "Atomics"]) if (typeof globalThis[name] !== "undefined") found.push(name);
  try { if (new Function("return typeof WebAssembly")() !== "undefined") found.push("by Function"); } catch {}
  try { if ((0, eval)("typeof SharedArrayBuffer") !== "undefined") found.push("by eval"); } catch {}
  if (found.length > 0) console.log("CANARY-ESCAPED", found);
  return found;
}
