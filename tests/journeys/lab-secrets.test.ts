import type { ServerBuild } from "@remix-run/node";
import { beforeAll, expect, it } from "vitest";
import type { Lab } from "../../app/catalog/catalog.ts";
import { findActivity } from "../../app/catalog/find.ts";
import { ensureCompletion } from "../../db/queries/completions.ts";
import { loadRealBuild } from "../helpers/serve-app.ts";
import { ADDRESSES } from "./addresses.ts";
import { listRoutes, makeWorld, type Role, type World } from "./world.ts";

const LAB = "/courses/small/start/add";
const NONCE = "nonce-7c41";
const HINTS = [1, 2, 3].map((number) => `${NONCE}-hint-${number}`);
const SOLUTIONS = [`${NONCE}-reference`, `${NONCE}-alternative`, `${NONCE}-way`];
const OTHERS = [`${NONCE}-wrong`, `${NONCE}-hidden`];

let build: ServerBuild;
beforeAll(async () => {
  build = await loadRealBuild();
});

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

/**
 * Every address that is not a teacher's for everybody who does not teach: as a page and as its loaders' data, or where
 * `asPages` is false as data alone, of which pages are made, and which takes half of the time.
 */
async function readEverything(world: World, { asPages }: { asPages: boolean }): Promise<[place: string, text: string][]> {
  const texts: [string, string][] = [];
  const pages = new Set(listRoutes(build).filter(({ hasPage }) => hasPage).map(({ pattern }) => pattern));
  for (const role of ["newcomer", "learner", "other", "grader"] as const satisfies readonly Role[]) {
    for (const [pattern, addresses] of Object.entries(ADDRESSES)) {
      if (/\/events$|^sign|^metrics/.test(pattern)) continue;
      for (const address of addresses) {
        const [path = "", query = ""] = address.split("?");
        const hasData = path !== "/" && !path.includes("%");
        if (asPages || !hasData || !pages.has(pattern)) texts.push([`${role} ${address}`, await (await world.send(role, "GET", address)).text()]);
        const data = `${path}.data${query && `?${query}`}`;
        if (hasData) texts.push([`${role} ${data}`, await (await world.send(role, "GET", data)).text()]);
      }
    }
  }
  return texts;
}

const listLeaks = (texts: readonly (readonly [string, string])[], secrets: readonly string[]) => texts.flatMap(([place, text]) => secrets.filter((secret) => text.includes(secret)).map((secret) => `${place}: ${secret}`));

it("hints, references and hidden tests are in no response before they are earned", async () => {
  const world = await makeWorld(build, { ownContent: true });
  try {
    plant(world);
    const all = [...HINTS, ...SOLUTIONS, ...OTHERS];
    const before = await readEverything(world, { asPages: true });
    expect(listLeaks(before, all)).toEqual([]);
    expect(before.filter(([place]) => place.startsWith(`learner ${LAB}`)).length, "the walk did meet the lab").toBeGreaterThan(1);

    const open = async (number: number) => world.send("learner", "POST", `${LAB}/hints`, { body: JSON.stringify({ number }), headers: { "Content-Type": "application/json" } });
    expect(listLeaks([["too early", await (await open(3)).text()]], all)).toEqual([]);
    const first = await (await open(1)).text();
    expect(first).toContain(`${NONCE}-hint-1-text`);
    expect(listLeaks([["the first", first]], all.slice(1))).toEqual([]);
    const opened = await readEverything(world, { asPages: false });
    expect(listLeaks(opened, all.slice(1))).toEqual([]);
    expect([...new Set(listLeaks(opened, all.slice(0, 1)).map((leak) => leak.split(" ")[0]))], "one's own hint is nobody else's").toEqual(["learner"]);

    for (const role of ["newcomer", "learner", "other", "grader"] as const) expect((await world.send(role, "GET", `${LAB}/solution`)).status).not.toBe(200);
    await world.deps.db.write((tx) => ensureCompletion(tx, { userId: "learner", courseId: "small", activityId: "start/add", reason: "passed", contentHash: "c", completedAt: new Date() }).then(() => undefined));
    const passed = await readEverything(world, { asPages: false });
    expect(listLeaks(passed, OTHERS)).toEqual([]);
    expect([...new Set(listLeaks(passed, SOLUTIONS).map((leak) => leak.split(": ")[0]))].sort()).toEqual([`learner ${LAB}/solution.data`]);
    expect(listLeaks([["solution", await (await world.send("learner", "GET", `${LAB}/solution`)).text()]], SOLUTIONS)).not.toEqual([]);
  } finally {
    await world.close();
  }
}, 900_000);
