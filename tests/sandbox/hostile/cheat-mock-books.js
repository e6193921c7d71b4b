// class: cheat | attempt: write into the books of a mock | lab: shapes | expect: failed
export const answer = () => null;
export const collect = () => [];
export const convert = () => 0;
export const inspect = async () => 0;
export function visit(list, callback) {
  try { callback.mock.calls.push(["p"], ["q"]); } catch {}
  try { callback.mock = { calls: [["p"], ["q"]] }; } catch {}
  try { Object.defineProperty(callback, "mock", { value: { calls: [["p"], ["q"]] } }); } catch {}
  try { callback.mockReturnValue(1); } catch {}
}
