import { Point, call, later, obj, fail, nested } from "./main";
const { main: m } = { main: 1 };
let log = [];
beforeAll(() => { log.push("ba"); }); beforeEach((done) => { log.push("be"); done(); }); afterEach(async () => { log.push("ae"); }); afterAll(() => {});
describe("jest globals", () => {
  it("it", () => { expect(log).toEqual(["ba", "be"]); });
  test("test", () => { expect(1 + 1).toBe(2); });
  xit("xit", () => { throw 1; }); xtest("xtest", () => { throw 1; }); it.skip("skip", () => { throw 1; }); it.todo("todo");
  xdescribe("xd", () => { it("n", () => { throw 1; }); });
  it.failing("failing", () => { expect(1).toBe(2); });
  it.each`a|b|sum
    ${1}|${1}|${2}
  `("$a + $b = $sum", ({ a, b, sum }) => { expect(a + b).toBe(sum); });
  it.each([[1, "a"], [2, "b"]])("row %i %s %#", (n, s) => { expect(typeof n).toBe("number"); });
  it.each([[1, 2, 3]])("pretty %p %p %j", (a, b, c) => { expect(a + b).toBe(c); });
  it("timeout", async () => { await later(1); }, 1000);
  it("jest fns", () => { jest.setTimeout(1000); const f = jest.fn(); call(f, 1); expect(f).toBeCalledWith(1); expect(f).toBeCalled(); expect(f).toBeCalledTimes(1); expect(f).lastCalledWith(1); expect(f.mock.calls.length).toBe(1); jest.clearAllMocks(); expect(f).not.toBeCalled(); jest.resetAllMocks(); jest.restoreAllMocks(); });
  it("jest timers", () => { jest.useFakeTimers(); const f = jest.fn(); setTimeout(f, 10); jest.runAllTimers(); expect(f).toHaveBeenCalledTimes(1); setInterval(f, 5); jest.advanceTimersByTime(20); expect(f).toHaveBeenCalledTimes(5); jest.runOnlyPendingTimers(); jest.clearAllTimers(); expect(jest.getTimerCount()).toBe(0); jest.setSystemTime(0); expect(Date.now()).toBe(0); expect(jest.now()).toBe(0); jest.useRealTimers(); jest.useFakeTimers({ legacyFakeTimers: false, now: 5 }); expect(Date.now()).toBe(5); jest.useRealTimers(); });
  it("jest spyOn", () => { const s = jest.spyOn(obj, "method").mockImplementation(() => 1); expect(obj.method()).toBe(1); s.mockRestore(); const r = jest.replaceProperty(obj, "base", 100); expect(obj.method(1)).toBe(101); r.restore(); expect(obj.method(1)).toBe(11); });
  it("async/resolves", () => expect(later(1)).resolves.toEqual(1));
  it("toThrowErrorMatching", () => { expect(() => fail()).toThrowError(expect.objectContaining({ message: "bad" })); });
  it("expect.any etc", () => { expect({ id: 1, at: new Date() }).toEqual({ id: expect.any(Number), at: expect.any(Date) }); expect(nested).toEqual(expect.objectContaining({ count: 1 })); });
  it("toReturn", () => { const f = jest.fn(() => 1); f(); expect(f).toReturn(); expect(f).toReturnWith(1); expect(f).lastReturnedWith(1); expect(f).nthReturnedWith(1, 1); expect(f).toReturnTimes(1); });
  it("fails with done", (done) => { try { expect(1).toBe(1); done(); } catch (e) { done(e); } });
  it("mocked", () => { expect(jest.isMockFunction(jest.fn())).toBe(true); expect(jest.mocked(obj)).toBe(obj); });
  test.only.each ? test("ok", () => {}) : 0;
  test("old promise style", () => { expect.assertions(1); return later(3).then((v) => { expect(v).toBe(3); }); });
  test("catch style", () => { expect.assertions(1); return Promise.reject(new Error("z")).catch((e) => expect(e.message).toMatch("z")); });
  test("fail()", () => { expect(typeof fail).toBe("function"); });
});
