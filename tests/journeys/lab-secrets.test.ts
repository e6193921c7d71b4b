import type { ServerBuild } from "@remix-run/node";
import { beforeAll, expect, it } from "vitest";
import type { Lab } from "../../app/catalog/catalog.ts";
import { findActivity } from "../../app/catalog/find.ts";
import { ensureCompletion } from "../../db/queries/completions.ts";
import { loadRealBuild } from "../helpers/serve-app.ts";
import { ADDRESSES } from "./addresses.ts";
import { makeWorld, type Role, type World } from "./world.ts";

const LAB = "/courses/small/start/add";
const NONCE = "nonce-7c41";
const HINTS = [1, 2, 3].map((number) => `${NONCE}-hint-${number}`);
const SOLUTIONS = [`${NONCE}-reference`, `${NONCE}-alternative`, `${NONCE}-way`];
const OTHERS = [`${NONCE}-wrong`, `${NONCE}-hidden`];

let build: ServerBuild;
beforeAll(async () => {
  build = await loadRealBuild();
}, 300_000);

/** Plants words that must be earned in the lab `add`. */
function plant(world: World): void {
  const course = world.deps.catalogSource.current().courses.find(({ id }) => id === "small");
  const lab = (course && findActivity(course, "start", "add")) as Lab;
  Object.assign(lab, {
    hints: HINTS.map((word) => ({ title: `${word}-title`, text: { source: `${word}-text`, firstLine: 1 } })),
    solution: { "add.js": `// ${NONCE}-reference\n` },
    alternatives: [{ name: `${NONCE}-way`, files: { "add.js": `// ${NONCE}-alternative\n` } }],
    wrong: [{ name: `${NONCE}-wrong`, files: { "add.js": `// ${NONCE}-wrong\n` } }],
    tests: [...lab.tests.filter(({ group }) => group === "visible"), { path: "more.test.js", group: "hidden", text: `// ${NONCE}-hidden\n` }],
  } satisfies Partial<Lab>);
}

/** Every address that is not a teacher's, as a page and as its loaders' data, for everybody who does not teach. */
async function readEverything(world: World): Promise<[place: string, text: string][]> {
  const texts: [string, string][] = [];
  for (const role of ["newcomer", "learner", "other", "grader"] as const satisfies readonly Role[]) {
    for (const address of Object.entries(ADDRESSES).flatMap(([pattern, list]) => (/\/events$|^sign|^metrics/.test(pattern) ? [] : list))) {
      const [path = "", query = ""] = address.split("?");
      for (const asked of path === "/" || path.includes("%") ? [address] : [address, `${path}.data${query && `?${query}`}`]) texts.push([`${role} ${asked}`, await (await world.send(role, "GET", asked)).text()]);
    }
  }
  return texts;
}

const listLeaks = (texts: readonly (readonly [string, string])[], secrets: readonly string[]) => texts.flatMap(([place, text]) => secrets.filter((secret) => text.includes(secret)).map((secret) => `${place}: ${secret}`));

it("hints, references and hidden tests are in no response before they are earned", async () => {
  const world = await makeWorld(build);
  try {
    plant(world);
    const all = [...HINTS, ...SOLUTIONS, ...OTHERS];
    const before = await readEverything(world);
    expect(listLeaks(before, all)).toEqual([]);
    expect(before.filter(([place]) => place.startsWith(`learner ${LAB}`)).length, "the walk did meet the lab").toBeGreaterThan(1);

    const open = async (number: number) => world.send("learner", "POST", `${LAB}/hints`, { body: JSON.stringify({ number }), headers: { "Content-Type": "application/json" } });
    expect(listLeaks([["too early", await (await open(3)).text()]], all)).toEqual([]);
    const first = await (await open(1)).text();
    expect(first).toContain(`${NONCE}-hint-1-text`);
    expect(listLeaks([["the first", first]], all.slice(1))).toEqual([]);
    const opened = await readEverything(world);
    expect(listLeaks(opened, all.slice(1))).toEqual([]);
    expect([...new Set(listLeaks(opened, all.slice(0, 1)).map((leak) => leak.split(" ")[0]))], "one's own hint is nobody else's").toEqual(["learner"]);

    for (const role of ["newcomer", "learner", "other", "grader"] as const) expect((await world.send(role, "GET", `${LAB}/solution`)).status).not.toBe(200);
    await world.deps.db.write((tx) => ensureCompletion(tx, { userId: "learner", courseId: "small", activityId: "start/add", reason: "passed", contentHash: "c", completedAt: new Date() }).then(() => undefined));
    const passed = await readEverything(world);
    expect(listLeaks(passed, OTHERS)).toEqual([]);
    expect([...new Set(listLeaks(passed, SOLUTIONS).map((leak) => leak.split(": ")[0]))].sort()).toEqual([`learner ${LAB}/solution`, `learner ${LAB}/solution.data`]);
  } finally {
    await world.close();
  }
}, 120_000);
