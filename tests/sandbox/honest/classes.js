// class: honest | attempt: inheritance, private state, getters, static members, custom errors | lab: classes | expect: passed
export class EmptyError extends Error {
  constructor(what) { super(`${what} is empty`); this.name = "EmptyError"; this.what = what; }
}
export class Stack {
  #items = [];
  static from(iterable) { const stack = new Stack(); for (const item of iterable) stack.push(item); return stack; }
  push(item) { this.#items.push(item); return this; }
  pop() { if (this.#items.length === 0) throw new EmptyError("stack"); return this.#items.pop(); }
  get size() { return this.#items.length; }
  *[Symbol.iterator]() { yield* [...this.#items].reverse(); }
  toString() { return `Stack(${this.#items.join(", ")})`; }
}
export class LoudStack extends Stack { push(item) { return super.push(`${item}!`); } }
export const version = "1.0";
export default Stack;
