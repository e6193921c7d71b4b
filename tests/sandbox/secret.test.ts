import { afterAll, beforeAll, expect, it } from "vitest";
import { isBusy } from "../../sandbox/contract.ts";
import type { Sandbox } from "../../sandbox/contract.ts";
import { createSandbox } from "../../sandbox/sandbox.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = createSandbox({ workers: 1 });
  await sandbox.ready(["javascript"]);
});
afterAll(async () => {
  await sandbox.close(0);
});

/** Walks everything that can be reached in the learner's realm, functions' texts included, and says what of it holds `mark`. */
const WALKER = `
const own = Object.getOwnPropertyDescriptors;
export function walk(mark, ...roots) {
  const seen = new Set();
  const found = [];
  const queue = roots.map((root, i) => [root, "root" + i]);
  queue.push([globalThis, "globalThis"]);
  const look = (text, path) => { if (typeof text === "string" && text.includes(mark)) found.push(path); };
  while (queue.length > 0) {
    const [at, path] = queue.pop();
    if (typeof at === "string") look(at, path);
    if (typeof at === "symbol") look(at.description, path);
    if ((typeof at !== "object" && typeof at !== "function") || at === null || seen.has(at) || at === found || at === seen) continue;
    seen.add(at);
    if (typeof at === "function") look(Function.prototype.toString.call(at), path + "()");
    try { look(new Error("x").stack, path + " stack"); } catch {}
    try { queue.push([Object.getPrototypeOf(at), path + ".__proto__"]); } catch {}
    let all = {};
    try { all = own(at); } catch {}
    for (const key of Reflect.ownKeys(all)) {
      const name = path + "." + String(key);
      look(String(key), name);
      const { value, get, set } = all[key];
      queue.push([value, name], [get, name], [set, name]);
    }
  }
  return { found, count: seen.size };
}
export const answer = (text) => "wrong";
export const call = (f) => { try { return walk(globalThis.half1 + globalThis.half2, f); } catch (error) { return walk(globalThis.half1 + globalThis.half2, error, error.stack); } };
globalThis.half1 = "NONCE-"; globalThis.half2 = "5e1f7a";
`;

it("keeps a nonce of hidden tests' source, names, inputs and expected values out of everything that a learner's program can reach", async () => {
  const text = `// NONCE-5e1f7a in a comment
import { expect, test } from "vitest";
import { call, walk } from "./main";
const kept = "NONCE-5e1f7a";
function helper() { return "NONCE-5e1f7a" + kept; }
test("finds nothing", () => {
  const seen = walk("NONCE-" + "5e1f7a", test, expect, helper, () => "NONCE-5e1f7a");
  expect(seen.found).toEqual([]);
  expect(seen.count).toBeGreaterThan(500);
  expect(call(() => { throw new Error(helper().slice(0, 3)); }).found).toEqual([]);
  expect(call(helper).found).toEqual([]);
});`;
  const answer = await sandbox.grade({ language: "javascript", files: { "main.js": WALKER }, tests: [{ path: "main.test.js", text, group: "hidden" }] });
  if (isBusy(answer)) throw new Error(answer.message);
  expect(answer.tests.map((one) => one.message)).toEqual([null]);
  expect(answer.outcome).toBe("passed");
});
