// class: escape | attempt: import while running | lab: sum | expect: failed
export function sum() {
  import("node:child_process").then((module) => console.log("CANARY-ESCAPED", module), () => {});
  return import.meta.url ?? Object.keys(import.meta).length;
}
