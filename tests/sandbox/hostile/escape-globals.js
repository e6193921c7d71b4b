// class: escape | attempt: find functions of the worker or the judge among the globals | lab: sum | expect: failed
export function sum(list) {
  const names = new Set();
  for (let at = globalThis; at !== null; at = Object.getPrototypeOf(at)) for (const key of Reflect.ownKeys(at)) names.add(String(key));
  for (const name of names) if (/judge|take|rung|ivm|isolate|realm|secret|require|process|module|WebAssembly|SharedArrayBuffer|Atomics/i.test(name)) console.log("CANARY-ESCAPED", name);
  return names.size;
}
