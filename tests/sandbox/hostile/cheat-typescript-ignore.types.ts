// class: cheat | attempt: comments that hide single errors, and a library taken away | lab: sum | expect: errored
/// <reference no-default-lib="true" />
/* @ts-expect-error */
export const sum = (list: readonly number[]): string =>
  // @ts-ignore
  list.reduce((a, b) => a + b, 0);
