import Default, { EmptyError, LoudStack, Stack, version } from "./main.js";
import * as everything from "./main.js";
class Mine extends Stack { peek() { const item = this.pop(); this.push(item); return item; } }
describe("Stack", () => {
  let stack;
  beforeEach(() => { stack = new Stack(); });
  it("pushes and pops", () => {
    expect(stack.push(1).push(2)).toBe(stack);
    expect(stack.size).toBe(2);
    expect(stack.pop()).toBe(2);
  });
  it("iterates", () => {
    expect([...Stack.from("abc")]).toEqual(["c", "b", "a"]);
    expect(Array.from(Stack.from(new Set([1, 2])))).toStrictEqual([2, 1]);
  });
  it("throws its own error", () => {
    expect(() => stack.pop()).toThrow(EmptyError);
    expect(() => stack.pop()).toThrow("stack is empty");
    expect(() => stack.pop()).toThrow(/empty$/);
    expect(() => stack.pop()).toThrow(new EmptyError("stack"));
    try { stack.pop(); expect.unreachable(); } catch (error) {
      expect(error).toBeInstanceOf(Error);
      expect(error).toBeInstanceOf(EmptyError);
      expect(error.name).toBe("EmptyError");
      expect(error).toMatchObject({ what: "stack", message: "stack is empty" });
    }
  });
  it("inherits", () => {
    const loud = new LoudStack();
    loud.push("a");
    expect(loud.pop()).toBe("a!");
    expect(loud).toBeInstanceOf(Stack);
    expect(loud instanceof LoudStack).toBe(true);
    expect(stack).not.toBeInstanceOf(LoudStack);
    expect(loud.constructor).toBe(LoudStack);
    expect(Object.getPrototypeOf(LoudStack)).toBe(Stack);
  });
  it("can be extended by a test", () => {
    const mine = new Mine();
    mine.push(3);
    expect(mine.peek()).toBe(3);
    expect(mine).toBeInstanceOf(Stack);
  });
  it("has methods on its prototype", () => {
    expect(typeof Stack.prototype.push).toBe("function");
    expect(Object.getOwnPropertyNames(Stack.prototype)).toContain("pop");
    expect(Stack.name).toBe("Stack");
    expect(`${Stack.from([1, 2])}`).toBe("Stack(1, 2)");
    expect(() => Stack()).toThrow(TypeError);
    expect(Default).toBe(Stack);
    expect(version).toBe("1.0");
    expect(Object.keys(everything).sort()).toEqual(["EmptyError", "LoudStack", "Stack", "default", "version"]);
    expect(everything.missing).toBeUndefined();
  });
});
