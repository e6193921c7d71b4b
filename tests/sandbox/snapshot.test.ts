import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileURLToPath } from "node:url";
import type IsolatedVm from "isolated-vm";
import { bundleSource, stopBundler } from "../../sandbox/bundle.ts";
import type { Material } from "../../sandbox/frames.ts";
import { description } from "../../sandbox/languages/javascript/describe.ts";
import { ivm, prepareIsolate } from "../../sandbox/languages/javascript/isolate.ts";
import type { PreparedIsolate } from "../../sandbox/languages/javascript/isolate.ts";
import { makeSnapshot } from "../../sandbox/languages/javascript/snapshot.ts";
import type { Snapshot } from "../../sandbox/languages/javascript/snapshot.ts";

/** Every path from the global object over properties, accessors and prototypes, with the kind of what is there. Calls nothing. */
const WALK = `(() => {
  const seen = new Map(), list = [], queue = [[globalThis, "global"]];
  while (queue.length > 0) {
    const [object, path] = queue.shift();
    if ((typeof object !== "object" || object === null) && typeof object !== "function") continue;
    if (seen.has(object)) continue;
    seen.set(object, path);
    list.push(path + " " + typeof object + " " + Object.prototype.toString.call(object));
    queue.push([Object.getPrototypeOf(object), path + ".__proto__"]);
    for (const key of Reflect.ownKeys(object)) {
      const { value, get, set } = Object.getOwnPropertyDescriptor(object, key);
      for (const [kind, item] of [["", value], ["<get>", get], ["<set>", set]]) queue.push([item, path + "." + String(key) + kind]);
    }
  }
  return list.sort().join("\\n");
})()`;

const judge = (file: string): string => fileURLToPath(new URL(`../../sandbox/judge/${file}`, import.meta.url));

describe("the start snapshot", () => {
  let material: Material, snapshot: Snapshot, prepared: PreparedIsolate, madeAt: number;
  beforeAll(async () => {
    material = await description.material();
    snapshot = makeSnapshot({ realms: material["realms"] ?? "", warmUp: material["warmUp"] ?? "" });
    madeAt = Date.now();
    await new Promise((resolve) => setTimeout(resolve, 400));
    prepared = prepareIsolate(snapshot, 128, () => process.abort());
  });
  afterAll(async () => {
    prepared.isolate.dispose();
    await stopBundler();
  });

  it("leaves nothing in the learner's realm that a realm made without it does not have", async () => {
    const isolate = new ivm.Isolate();
    const [judgeContext, learnerContext] = [isolate.createContextSync(), isolate.createContextSync()];
    const boot = async (file: string, name: string, context: typeof judgeContext): Promise<IsolatedVm.Reference> =>
      context.evalSync(await bundleSource(judge(file), name), { reference: true });
    const learner = await boot("learner-realm.ts", "bootLearner", learnerContext);
    const start = await boot("judge-realm.ts", "bootJudge", judgeContext);
    const nothing = new ivm.Callback(() => {});
    start.applySync(undefined, [learner.derefInto(), nothing, nothing, new ivm.Callback(() => 0), new ivm.Callback(() => "null")], { result: { reference: true } });
    learnerContext.evalSync("delete globalThis.__take");

    const without = String(learnerContext.evalSync(WALK)).split("\n");
    const withSnapshot = String(prepared.learnerContext.evalSync(WALK)).split("\n");
    expect(withSnapshot.length).toBeGreaterThan(500);
    expect(withSnapshot).toEqual(without);
    isolate.dispose();
  });

  it("has the halves of both realms before they are taken, so that the walk above could find them", () => {
    const isolate = new ivm.Isolate({ snapshot });
    const paths = String(isolate.createContextSync().evalSync(WALK));
    expect(paths).toContain("global.__rung.realms.bootJudge function");
    expect(paths).toContain("global.__rung.realms.bootLearner function");
    isolate.dispose();
  });

  it("gives each realm intrinsics of its own", () => {
    prepared.learnerContext.evalSync("Array.prototype.mine = 1; Map.prototype.get = 2; Promise.resolve = 3;");
    expect(prepared.judgeContext.evalSync("[typeof [].mine, typeof Map.prototype.get, typeof Promise.resolve].join()")).toBe("undefined,function,function");
    const other = prepareIsolate(snapshot, 128, () => process.abort());
    expect(other.learnerContext.evalSync("[typeof [].mine, typeof Map.prototype.get, typeof Promise.resolve].join()")).toBe("undefined,function,function");
    other.isolate.dispose();
  });

  it("starts each run's clock when its isolate is made, and draws other numbers for another seed", () => {
    const [started, now] = JSON.parse(String(prepared.learnerContext.evalSync("JSON.stringify([Date.now() - performance.now(), performance.timeOrigin])"))) as [number, number];
    expect(started - madeAt).toBeGreaterThan(300);
    expect(now - madeAt).toBeGreaterThan(300);
    const draw = (seed: string): unknown => {
      const one = prepareIsolate(snapshot, 128, () => process.abort());
      one.control("configure", JSON.stringify({ secret: "s", seed, outputCharacters: 100 }));
      const drawn: unknown = one.learnerContext.evalSync("Math.random()");
      one.isolate.dispose();
      return drawn;
    };
    expect(draw("a")).toBe(draw("a"));
    expect(draw("a")).not.toBe(draw("b"));
  });

  it("keeps what is dangerous out of both realms", () => {
    for (const context of [prepared.judgeContext, prepared.learnerContext]) {
      expect(context.evalSync("[typeof WebAssembly, typeof SharedArrayBuffer, typeof Atomics].join()")).toBe("undefined,undefined,undefined");
    }
    expect(prepared.judgeContext.evalSync("typeof globalThis.eval")).toBe("undefined");
  });

  it("holds nothing of the warm-up", () => {
    expect(prepared.control("isLoaded", "main.js")).toBe(0);
    expect(prepared.judgeContext.evalSync("Object.defineProperty.toString()")).toContain("[native code]");
    const reports: string[] = [];
    prepared.host.send = (text) => void reports.push(text);
    prepared.control("configure", JSON.stringify({ secret: "s", seed: "x", outputCharacters: 100 }));
    prepared.control("beginFile", "visible");
    prepared.control("run");
    expect(reports.map((text) => JSON.parse(text) as { type: string; sequence: number; tests?: unknown[] })).toMatchObject([
      { type: "loaded", sequence: 1 }, { type: "declare", sequence: 2, tests: [] }, { type: "finish", sequence: 3 },
    ]);
  });
});
