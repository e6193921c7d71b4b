import type { ServerBuild } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { completions, courseRoles, enrollments, reviews, submissions, testRuns, users } from "../../db/schema.ts";
import { loadRealBuild } from "../helpers/serve-app.ts";
import { ADDRESSES } from "./addresses.ts";
import { inWorld, listRoutes, PASSWORD, type World } from "./world.ts";

let build: ServerBuild;
beforeAll(async () => {
  build = await loadRealBuild();
});

/** What no learner may change by any form: roles, grades, and all that is somebody else's. */
async function readUntouchables({ deps }: World) {
  const of = <Row extends { userId: string }>(rows: Row[]) => rows.filter(({ userId }) => userId !== "learner");
  return {
    people: (await deps.db.select().from(users)).map(({ id, email, isAdministrator, passwordHash }) => ({ id, email, isAdministrator, passwordHash })),
    roles: await deps.db.select().from(courseRoles),
    testRuns: await deps.db.select().from(testRuns),
    reviews: await deps.db.select().from(reviews),
    completions: of(await deps.db.select().from(completions)),
    earned: (await deps.db.select().from(completions)).filter(({ reason }) => reason !== "marked" && reason !== "sent"),
    enrollments: of(await deps.db.select().from(enrollments)),
    submissions: of(await deps.db.select().from(submissions)),
    handedIn: (await deps.db.select().from(submissions)).filter(({ id }) => id.endsWith("-of-learner")),
  };
}

const FIELDS = {
  id: "administrator", userId: "other", user_id: "other", ownerId: "other", role: "administrator", roles: "instructor", isAdministrator: "1", is_administrator: "1", courseId: "hidden",
  activityId: "start/add", passed: "1", score: "1", outcome: "passed", points: "99", reason: "passed", state: "done", decision: "accepted", graderId: "learner", email: "other@example.test",
  passwordHash: "x", createdAt: "0", "__proto__[isAdministrator]": "1", "constructor[prototype][isAdministrator]": "1", name: "Lena", editor: "plain", files: "{}", "file:add.js": "x", version: "1", idempotencyKey: "mine-and-new-000",
};

describe("fields that a form does not have", () => {
  it.each(["grant", "revoke", "role", "administrator", "profile", "submit", "run", "reset", "save", "complete", "claim", "decide", "accept", "name", ""])("change nothing that is not the sender's to change (intent %j)", async (intent) => {
    await inWorld(build, async (world) => {
      const before = await readUntouchables(world);
      const addresses = listRoutes(build).filter(({ hasAction }) => hasAction).flatMap(({ pattern }) => ADDRESSES[pattern] ?? []).filter((address) => address !== "/sign-out");
      for (const address of addresses) {
        const asForm = await world.send("learner", "POST", address, { body: new URLSearchParams({ ...FIELDS, intent }) });
        const asJson = await world.send("learner", "POST", address, { body: JSON.stringify({ ...FIELDS, intent, files: { "add.js": "x" }, version: 0 }), headers: { "Content-Type": "application/json" } });
        expect([asForm.status, asJson.status].filter((status) => status >= 500), address).toEqual([]);
        await Promise.all([asForm.body?.cancel(), asJson.body?.cancel()]);
      }
      expect(await readUntouchables(world)).toEqual(before);
      expect(({} as Record<string, unknown>).isAdministrator).toBeUndefined();
    });
  });
});

const ELSEWHERE = [
  "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "/\\/evil.example", "https://evil.example", "http:evil.example", "https:/evil.example", "javascript:alert(1)", "data:text/html,x",
  "/%2f%2fevil.example/..//evil.example", "/./\\evil.example", "/\t/evil.example", "/\n/evil.example", "\t//evil.example", " //evil.example", "evil.example", "@evil.example", "/..//evil.example", "/.//evil.example",
  "//evil.example@127.0.0.1", "/\u0000//evil.example",
];

describe("where signing in leads to", () => {
  it.each(ELSEWHERE)("is never another site: %j", async (next) => {
    await inWorld(build, async (world) => {
      const answers = [
        await world.send("visitor", "POST", "/sign-in", { body: new URLSearchParams({ email: "learner@example.test", password: PASSWORD, next }) }),
        await world.send("learner", "GET", `/sign-in?next=${encodeURIComponent(next)}`),
        await world.send("learner", "GET", `/sign-up?next=${encodeURIComponent(next)}`),
      ];
      for (const answer of answers) {
        expect(answer.status).toBe(302);
        const target = new URL(answer.headers.get("location") ?? "", world.url);
        expect(target.origin).toBe(world.url);
        expect(answer.headers.get("location")).toMatch(/^\/(?![/\\])/);
      }
    });
  });

  it("is the page that was asked for", async () => {
    await inWorld(build, async (world) => {
      const asked = await world.send("visitor", "GET", "/courses/small/start/add?hint=1");
      expect(asked.headers.get("location")).toBe(`/sign-in?next=${encodeURIComponent("/courses/small/start/add?hint=1")}`);
      const answer = await world.send("visitor", "POST", "/sign-in", { body: new URLSearchParams({ email: "learner@example.test", password: PASSWORD, next: "/courses/small/start/add?hint=1" }) });
      expect(answer.headers.get("location")).toBe("/courses/small/start/add?hint=1");
    });
  });
});
