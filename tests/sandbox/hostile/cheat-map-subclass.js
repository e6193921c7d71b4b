// class: cheat | attempt: a Map that lies about what is in it | lab: shapes | expect: failed
class Lying extends Map {
  get size() { return 2; }
  get(key) { return key === "a" ? 1 : 2; }
  has() { return true; }
  *entries() { yield ["a", 1]; yield ["b", 2]; }
  *[Symbol.iterator]() { yield ["a", 1]; yield ["b", 2]; }
  forEach(callback) { callback(1, "a"); callback(2, "b"); }
}
export const answer = (kind) => (kind === "map" ? new Lying() : null);

export const collect = answer;
export const convert = answer;
export const inspect = async () => answer();
export const visit = () => {};
