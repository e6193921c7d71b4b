// class: cheat | attempt: leave before the tests fail | lab: sum | expect: failed
export function sum() {
  process.exit(0);
}
