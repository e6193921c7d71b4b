// class: cheat | attempt: an array that overrides what tests call | lab: shapes | expect: failed
class Yes extends Array {
  includes() { return true; }
  some() { return true; }
  every() { return true; }
  get length() { return 2; }
  *[Symbol.iterator]() { yield "a"; yield "b"; }
}
export const answer = () => new Yes();
export const collect = () => new Yes();
export const convert = answer;
export const visit = () => {};
export const inspect = async () => answer();
