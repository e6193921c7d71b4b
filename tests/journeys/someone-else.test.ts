import type { ServerBuild } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { buildPersonTag } from "../../app/features/offline/person-tag.server.ts";
import { findDraft } from "../../db/queries/drafts.ts";
import { listNotes } from "../../db/queries/notes.ts";
import { loadRealBuild } from "../helpers/serve-app.ts";
import { ADDRESSES } from "./addresses.ts";
import { inWorld, listRoutes } from "./world.ts";

let build: ServerBuild;
beforeAll(async () => {
  build = await loadRealBuild();
});

const JSON_TYPE = { "Content-Type": "application/json", Accept: "application/json" };
const DRAFT = "/courses/small/start/add/draft";
const asLearner = (address: string) => `${address}${address.includes("?") ? "&" : "?"}as=${buildPersonTag("learner")}`;
const save = (text: string) => ({ body: JSON.stringify({ intent: "save", baseVersion: 0, files: { "add.js": text } }), headers: JSON_TYPE });

describe("a page that was opened for one person, while another is signed in in the same browser", () => {
  it("is refused wherever a learner's pages send something", async () => {
    await inWorld(build, async (world) => {
      const patterns = new Set(listRoutes(build).filter(({ hasAction }) => hasAction).map(({ pattern }) => pattern));
      const addresses = Object.entries(ADDRESSES).filter(([pattern]) => patterns.has(pattern)).flatMap(([, all]) => all).filter((address) => /^\/(?:courses\/small\/start\/|questions\/q|practice|notes$|plan)/.test(address));
      expect(addresses.length).toBeGreaterThan(25);
      const pages = listRoutes(build).filter(({ hasPage }) => hasPage).flatMap(({ pattern }) => ADDRESSES[pattern] ?? []);
      for (const address of addresses) {
        const form = await world.send("other", "POST", asLearner(address), { body: new URLSearchParams({ intent: "save" }) });
        expect(`${address} ${form.status} ${form.headers.get("location")}`).toBe(`${address} 303 /someone-else`);
        const script = await world.send("other", "POST", asLearner(address), { body: "{}", headers: JSON_TYPE });
        expect(`${address} ${script.status}`).toBe(`${address} 403`);
        // A page answers as a page; what scripts speak to says why.
        if (script.headers.get("content-type")?.includes("json")) expect(await script.json()).toMatchObject({ kind: "refused", reason: "someone-else" });
        else expect(pages).toContain(address);
      }
    });
  });

  it("saves nothing under the other's name, and reads nothing of theirs", async () => {
    await inWorld(build, async (world) => {
      await world.send("other", "POST", DRAFT, save("theirs"));
      const refused = await world.send("other", "POST", asLearner(DRAFT), save("of the learner"));
      expect(refused.status).toBe(403);
      const draft = await findDraft(world.deps.db, { userId: "other", courseId: "small", activityId: "start/add" });
      expect(draft?.files["add.js"]).toBe("theirs");
      const read = await world.send("other", "GET", asLearner(DRAFT), { headers: { Accept: "application/json" } });
      expect([read.status, (await read.text()).includes("theirs")]).toEqual([403, false]);
      await world.send("other", "POST", asLearner("/courses/small/start/welcome/notes"), { body: new URLSearchParams({ intent: "add", body: "a private thought" }) });
      expect(await listNotes(world.deps.db, { userId: "other", courseId: "small", activityId: "start/welcome" })).toEqual([]);
    });
  });

  it("goes on as before for the person whom it names", async () => {
    await inWorld(build, async (world) => {
      const saved = await world.send("learner", "POST", asLearner(DRAFT), save("mine"));
      expect(await saved.json()).toMatchObject({ kind: "saved" });
    });
  });
});
