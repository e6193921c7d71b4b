// class: cheat | attempt: swallow what the callback of a test throws | lab: shapes | expect: failed
export const answer = () => null;
export const collect = () => [];
export const convert = () => 0;
export const inspect = async () => 0;
export function visit(list, callback) {
  for (const value of [0, 9, 1, 2, 3]) { try { callback(value); } catch {} }
}
