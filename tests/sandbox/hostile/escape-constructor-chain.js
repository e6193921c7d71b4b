// class: escape | attempt: reach the host through constructors of everything in sight | lab: sum | expect: failed
const seen = [];
function climb(value) {
  try {
    const make = value.constructor.constructor;
    const process = make("return typeof process === 'undefined' ? null : process")();
    if (process !== null) seen.push("CANARY-ESCAPED");
    const require = make("return typeof require === 'undefined' ? null : require")();
    if (require !== null) seen.push("CANARY-ESCAPED");
  } catch {}
}
export function sum(list) {
  for (const value of [list, console, console.log, setTimeout, globalThis, URL, structuredClone, performance, crypto, queueMicrotask]) climb(value);
  console.log(seen.join());
  return seen;
}
