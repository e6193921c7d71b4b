// class: leak | attempt: read the tests from every function and error that comes near | lab: shapes | expect: failed
export const answer = () => null;
export const collect = () => [];
export const convert = () => 0;
export const inspect = async () => 0;
export function visit(list, callback) {
  console.log(String(callback), callback.toString(), Function.prototype.toString.call(callback), Object.getOwnPropertyNames(callback));
  try { callback(Symbol("x")); } catch (error) { console.log(error.stack, Object.getOwnPropertyNames(error)); }
  try { null.x; } catch (error) { console.log(error.stack); }
  console.log(new Error("where").stack);
}
