// class: exhaustion | attempt: throw an error with a message of many megabytes | lab: sum | expect: failed out-of-memory
export function sum() {
  const error = new Error("y".repeat(50_000_000));
  error.name = "z".repeat(50_000_000);
  throw error;
}
