// class: honest | attempt: prints a lot | lab: sum | expect: passed
export function sum(list) {
  for (let i = 0; i < 60; i += 1) console.log("step", i, { list }, [new Map([[1, 2]])]);
  return list.reduce((a, b) => a + b, 0);
}
