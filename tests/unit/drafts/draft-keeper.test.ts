import { beforeEach, describe, expect, it } from "vitest";
import { createDraftKeeper, type DraftKeeper, type DraftReply, type DraftStatus } from "../../../app/features/drafts/draft-keeper.ts";
import type { DraftShelter, KeepOutcome, KeptDraft } from "../../../app/features/drafts/draft-shelter.ts";
import type { DraftState } from "../../../app/features/drafts/draft-rules.ts";

type Files = Record<string, string>;

/** What the browser keeps: it outlives the pages of a test. */
function openBrowser() {
  const browser = {
    /** By page; `left` ones belong to pages that are gone. */
    drafts: new Map<string, KeptDraft>(),
    atOnce: new Map<string, KeptDraft>(),
    open: new Set<string>(),
    known: null as DraftState | null,
    outcome: "kept" as KeepOutcome,
    /** Ends the page as a crash does: what it kept stays, and nothing more happens. */
    crash: (id: string) => void browser.open.delete(id),
    leave(id: string, draft: KeptDraft) {
      browser.drafts.set(id, draft);
    },
    shelter(id: string): DraftShelter {
      browser.open.add(id);
      return {
        listLeft: async () => [...new Map([...browser.drafts, ...browser.atOnce])].filter(([other]) => !browser.open.has(other)).map(([other, draft]) => ({ ...draft, id: other })),
        forgetLeft: async (other) => void (browser.drafts.delete(other), browser.atOnce.delete(other)),
        async keep(draft) {
          if (browser.open.has(id) && browser.outcome === "kept") browser.drafts.set(id, structuredClone(draft));
          return browser.outcome;
        },
        keepAtOnce: (draft) => void browser.atOnce.set(id, structuredClone(draft)),
        release: async () => void (browser.drafts.delete(id), browser.atOnce.delete(id)),
        findKnown: async () => browser.known,
        rememberKnown: async (state) => void (browser.known = structuredClone(state)),
      };
    },
  };
  return browser;
}

const START = "one\ntwo\nthree\nfour\nfive";
const kept = (version: number, text: string, base: string | null = null, unanswered: string | null = null): KeptDraft => ({
  base: { version, files: base === null ? null : { "a.js": base } }, files: { "a.js": text }, unanswered: unanswered === null ? null : { "a.js": unanswered },
});

/** A page with an editor, a browser, timers that a test fires, and a server of one draft. */
async function openPage({ server = { version: 1, files: { "a.js": "start" } } as DraftState, opened = null as DraftState | null, browser = openBrowser(), id = "page", shown = null as Files | null, hasConflict = false, isOnline = true } = {}) {
  const page = {
    text: { ...(shown ?? (opened ?? server).files) } as Files,
    server: { ...server },
    browser,
    isOnline,
    /** The server takes the save and its answer is lost. */
    losesAnswers: false,
    reply: null as DraftReply | null,
    saves: 0,
    setAside: [] as Files[],
    announced: [] as number[],
    statuses: [] as DraftStatus["kind"][],
    notices: [] as string[],
    timers: [] as { act: () => void; delayMs: number }[],
    fire(): number | undefined {
      const timer = page.timers.pop();
      timer?.act();
      return timer?.delayMs;
    },
    type(text: string) {
      page.text = { "a.js": text };
      keeper.touch();
    },
    /** What this page keeps in the browser, once it has written. */
    async kept() {
      await settle();
      return browser.drafts.get(id)?.files["a.js"] ?? null;
    },
  };
  const keeper: DraftKeeper = createDraftKeeper({
    opened: structuredClone(opened ?? server),
    read: () => ({ ...page.text }),
    write: (files) => void (page.text = { ...files }),
    async save({ baseVersion, files }) {
      page.saves += 1;
      if (page.reply) return page.reply;
      if (!page.isOnline) return { kind: "offline" };
      if (JSON.stringify(files) !== JSON.stringify(page.server.files)) {
        if (baseVersion !== page.server.version) return { kind: "conflict", version: page.server.version, files: { ...page.server.files } };
        page.server = { version: baseVersion + 1, files };
      }
      return page.losesAnswers ? { kind: "offline" } : { kind: "saved", version: page.server.version };
    },
    async setAside(files) {
      if (!page.isOnline) return null;
      page.setAside.push(files);
      page.server = { ...page.server, version: page.server.version + 2 };
      return page.server;
    },
    fetchNewest: async () => (page.isOnline ? page.server : null),
    shelter: browser.shelter(id),
    announce: (version) => page.announced.push(version),
    onChange: ({ kind }) => page.statuses.push(kind),
    onNotice: (notice) => page.notices.push(notice),
    setTimer(act, delayMs) {
      const timer = { act, delayMs };
      page.timers.push(timer);
      return () => void (page.timers = page.timers.filter((other) => other !== timer));
    },
  });
  await keeper.begin({ hasConflict });
  return { page, keeper };
}

/** Lets promises that wait for nothing run out. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe("typing", () => {
  let opened: Awaited<ReturnType<typeof openPage>>;
  beforeEach(async () => void (opened = await openPage()));

  it("is saved a moment after the last key, once, and told to other tabs", async () => {
    const { page, keeper } = opened;
    page.type("a");
    page.type("ab");
    expect(page.timers.map((timer) => timer.delayMs)).toContain(800);
    await keeper.flush();
    expect([page.saves, page.server, page.announced, keeper.status().kind]).toEqual([1, { version: 2, files: { "a.js": "ab" } }, [2], "saved"]);
  });

  it("that goes on during a save is saved after it", async () => {
    const { page, keeper } = opened;
    page.type("first");
    const saved = keeper.flush();
    page.type("second");
    await saved;
    expect(page.server).toEqual({ version: 3, files: { "a.js": "second" } });
  });

  it("is kept in the browser until the server has it", async () => {
    const { page, keeper } = opened;
    page.type("mine");
    expect(await page.kept()).toBe("mine");
    expect(page.browser.drafts.get("page")?.base).toEqual({ version: 1, files: { "a.js": "start" } });
    await keeper.flush();
    expect(await page.kept()).toBeNull();
  });

  it("back to the stored text needs no save", async () => {
    const { page, keeper } = opened;
    page.type("x");
    page.type("start");
    await keeper.flush();
    expect([page.saves, keeper.status().kind, page.timers]).toEqual([0, "saved", []]);
  });
});

describe("without a connection", () => {
  it("the page says so, waits longer each time, and makes it up", async () => {
    const { page, keeper } = await openPage();
    page.isOnline = false;
    page.type("mine");
    await keeper.flush();
    expect(keeper.status()).toEqual({ kind: "retrying", reason: "offline" });
    const first = page.fire();
    await keeper.flush();
    const second = page.fire();
    expect([first, second]).toEqual([1_000, 2_000]);
    await keeper.flush();
    page.isOnline = true;
    keeper.retryNow();
    await keeper.flush();
    expect([keeper.status().kind, page.server.files, await page.kept()]).toEqual(["saved", { "a.js": "mine" }, null]);
  });

  it("a save whose answer was lost is no conflict with itself", async () => {
    const { page, keeper } = await openPage();
    page.losesAnswers = true;
    page.type("one");
    await keeper.flush();
    page.losesAnswers = false;
    page.type("one, two");
    await keeper.flush();
    expect([keeper.status().kind, page.server]).toEqual(["saved", { version: 3, files: { "a.js": "one, two" } }]);
  });
});

describe("what the server refuses", () => {
  it("is said and not tried again by itself; the next key tries", async () => {
    const { page, keeper } = await openPage();
    page.reply = { kind: "refused", message: "Too large." };
    page.type("mine");
    await keeper.flush();
    expect([keeper.status(), page.timers]).toEqual([{ kind: "refused", message: "Too large." }, []]);
    page.reply = null;
    page.type("less");
    await keeper.flush();
    expect(page.server.files).toEqual({ "a.js": "less" });
  });
});

describe("another tab that saved", () => {
  async function conflict() {
    const opened = await openPage();
    opened.page.server = { version: 2, files: { "a.js": "theirs" } };
    opened.page.type("mine");
    await opened.keeper.flush();
    return opened;
  }

  it("is a conflict; nothing is overwritten, and more keys save nothing", async () => {
    const { page, keeper } = await conflict();
    page.type("mine, more");
    await keeper.flush();
    expect(keeper.status()).toEqual({ kind: "conflict", theirs: { version: 2, files: { "a.js": "theirs" } } });
    expect([page.server.files, page.text]).toEqual([{ "a.js": "theirs" }, { "a.js": "mine, more" }]);
  });

  it("keeps this text in the browser over a crash, and offers the choice again", async () => {
    const { page } = await conflict();
    await page.kept();
    page.browser.crash("page");
    const again = await openPage({ server: page.server, browser: page.browser, id: "again" });
    again.page.type("mine");
    await again.page.kept();
    page.browser.crash("again");
    const third = await openPage({ server: page.server, browser: page.browser, id: "third" });
    expect([third.keeper.status().kind, third.page.text]).toEqual(["conflict", { "a.js": "mine" }]);
    expect([again.keeper.status().kind, again.page.text]).toEqual(["conflict", { "a.js": "mine" }]);
  });

  it("gives way to mine when I say so", async () => {
    const { page, keeper } = await conflict();
    await keeper.keepMine();
    expect([page.server, keeper.status().kind]).toEqual([{ version: 3, files: { "a.js": "mine" } }, "saved"]);
  });

  it("gives its text when I take it", async () => {
    const { page, keeper } = await conflict();
    keeper.replace({ version: 4, files: { "a.js": "theirs" } });
    expect([page.text, keeper.version(), keeper.status().kind, await page.kept(), page.announced]).toEqual([{ "a.js": "theirs" }, 4, "saved", null, [4]]);
  });

  it("is taken in at once when nothing was typed here, and said", async () => {
    const { page, keeper } = await openPage();
    page.server = { version: 2, files: { "a.js": "theirs" } };
    await keeper.hearOfVersion(2);
    expect([page.text, keeper.version(), page.notices.length, page.saves]).toEqual([{ "a.js": "theirs" }, 2, 1, 0]);
  });

  it("is a conflict at once when something was typed here", async () => {
    const { page, keeper } = await openPage();
    page.type("mine");
    page.server = { version: 2, files: { "a.js": "theirs" } };
    await keeper.hearOfVersion(2);
    expect([page.text, keeper.status().kind]).toEqual([{ "a.js": "mine" }, "conflict"]);
  });

  it("is old news when it tells what this tab has", async () => {
    const { page, keeper } = await openPage();
    page.server = { version: 1, files: { "a.js": "start" } };
    await keeper.hearOfVersion(1);
    expect([page.notices, keeper.status().kind]).toEqual([[], "saved"]);
  });
});

describe("another tab that changed other lines", () => {
  const MINE = START.replace("one", "ONE");
  const THEIRS = START.replace("five", "FIVE");
  const BOTH = MINE.replace("five", "FIVE");

  it("is merged with what was typed here, said and saved", async () => {
    const { page, keeper } = await openPage({ server: { version: 1, files: { "a.js": START } } });
    page.server = { version: 2, files: { "a.js": THEIRS } };
    page.type(MINE);
    await keeper.flush();
    expect([page.text["a.js"], page.server, keeper.status().kind, page.notices]).toEqual([BOTH, { version: 3, files: { "a.js": BOTH } }, "saved", ["merged"]]);
  });

  it("is merged when a tab tells of it, too", async () => {
    const { page, keeper } = await openPage({ server: { version: 1, files: { "a.js": START } } });
    page.type(MINE);
    page.server = { version: 2, files: { "a.js": THEIRS } };
    await keeper.hearOfVersion(2);
    expect([page.text["a.js"], keeper.status().kind]).toEqual([BOTH, "unsaved"]);
  });

  it("while this page was closed is merged when it opens again", async () => {
    const browser = openBrowser();
    browser.leave("gone", kept(1, MINE, START));
    const { page, keeper } = await openPage({ server: { version: 2, files: { "a.js": THEIRS } }, browser });
    expect([page.text["a.js"], page.notices]).toEqual([BOTH, ["merged"]]);
    await keeper.flush();
    expect([page.server, browser.drafts.size]).toEqual([{ version: 3, files: { "a.js": BOTH } }, 0]);
  });
});

describe("two tabs without a connection", () => {
  it("keep a text each; a third page takes none of an open one's", async () => {
    const browser = openBrowser();
    const one = await openPage({ browser, id: "one", isOnline: false });
    const two = await openPage({ browser, id: "two", isOnline: false });
    one.page.type("of one");
    two.page.type("of two");
    expect([await one.page.kept(), await two.page.kept()]).toEqual(["of one", "of two"]);
    const three = await openPage({ browser, id: "three" });
    expect(three.page.text).toEqual({ "a.js": "start" });
  });

  it("that crashed both: one text is gone on with, the other is among the earlier versions", async () => {
    const browser = openBrowser();
    browser.leave("one", kept(1, "of one", "start"));
    browser.leave("two", kept(1, "of two", "start"));
    const { page, keeper } = await openPage({ browser });
    await keeper.flush();
    expect([page.text["a.js"], page.setAside, page.notices]).toEqual(["of one", [{ "a.js": "of two" }], ["brought-back", "set-aside"]]);
    expect([page.server.files, keeper.status().kind, browser.drafts.size]).toEqual([{ "a.js": "of one" }, "saved", 0]);
  });

  it("that crashed both, and still no connection: nothing is thrown away", async () => {
    const browser = openBrowser();
    browser.leave("one", kept(1, "of one", "start"));
    browser.leave("two", kept(1, "of two", "start"));
    await openPage({ browser, isOnline: false });
    await settle();
    expect([...browser.drafts.values()].map(({ files }) => files["a.js"]).sort()).toEqual(["of one", "of two"]);
  });

  it("a text that fits to nothing while the page already asks goes among the earlier versions", async () => {
    const browser = openBrowser();
    browser.leave("one", kept(1, "of one", "start"));
    browser.leave("two", kept(1, "of two", "start"));
    const { page, keeper } = await openPage({ server: { version: 2, files: { "a.js": "theirs" } }, browser });
    expect([keeper.status().kind, page.text["a.js"], page.setAside]).toEqual(["conflict", "of one", [{ "a.js": "of two" }]]);
    await keeper.keepMine();
    expect([page.server.files, keeper.status().kind]).toEqual([{ "a.js": "of one" }, "saved"]);
  });
});

describe("a page that ends at any moment", () => {
  /** Types, saves and is answered; ends after `steps` turns of the loop. */
  async function endAfter(steps: number, losesAnswers: boolean) {
    const browser = openBrowser();
    const first = await openPage({ browser, id: "first" });
    first.page.losesAnswers = losesAnswers;
    first.page.type("typed");
    void first.keeper.flush();
    for (let step = 0; step < steps; step += 1) await Promise.resolve();
    first.keeper.leave();
    browser.crash("first");
    // What was sent arrives all the same.
    await settle();
    const second = await openPage({ browser, id: "second", server: first.page.server });
    await second.keeper.flush();
    return { text: second.page.text["a.js"], server: second.page.server.files["a.js"], kind: second.keeper.status().kind };
  }

  it("loses nothing", async () => {
    for (const losesAnswers of [false, true]) {
      for (let steps = 0; steps < 12; steps += 1) expect(await endAfter(steps, losesAnswers)).toEqual({ text: "typed", server: "typed", kind: "saved" });
    }
  });

  it("loses nothing of what was typed after a save whose answer was lost", async () => {
    const browser = openBrowser();
    browser.leave("gone", kept(1, "one, two", "start", "one"));
    const { page, keeper } = await openPage({ server: { version: 2, files: { "a.js": "one" } }, browser });
    await keeper.flush();
    expect(page.server).toEqual({ version: 3, files: { "a.js": "one, two" } });
  });
});

describe("a browser that keeps little or nothing", () => {
  it.each([["kept-plainly", "browser-plain"], ["full", "browser-full"], ["refused", "browser-refuses"]] as const)("%s: says so once, and the server has the text all the same", async (outcome, notice) => {
    const browser = openBrowser();
    browser.outcome = outcome;
    const { page, keeper } = await openPage({ browser });
    page.type("mine");
    await settle();
    page.type("mine, more");
    await keeper.flush();
    expect([page.notices, page.server.files, keeper.status().kind]).toEqual([[notice], { "a.js": "mine, more" }, "saved"]);
  });

  it("forgets no other page's text that it could not keep itself", async () => {
    const browser = openBrowser();
    browser.outcome = "full";
    browser.leave("gone", kept(1, "unsaved", "start"));
    await openPage({ browser, isOnline: false });
    expect(browser.drafts.has("gone")).toBe(true);
  });
});

describe("a page that was opened from the browser's own store", () => {
  it("goes on with what this browser saved last, and not with what the old page shows", async () => {
    const browser = openBrowser();
    browser.known = { version: 4, files: { "a.js": "newer" } };
    const { page, keeper } = await openPage({ opened: { version: 2, files: { "a.js": "old" } }, browser, isOnline: false });
    expect([page.text["a.js"], keeper.version(), page.notices]).toEqual(["newer", 4, []]);
  });

  it("asks the server when there is one", async () => {
    const browser = openBrowser();
    browser.known = { version: 9, files: { "a.js": "of a server that was put back" } };
    const { page, keeper } = await openPage({ server: { version: 3, files: { "a.js": "start" } }, browser });
    expect([page.text["a.js"], keeper.version()]).toEqual(["start", 3]);
  });
});

describe("opening the page again", () => {
  const withLeft = (draft: KeptDraft) => {
    const browser = openBrowser();
    browser.leave("gone", draft);
    return browser;
  };

  it("brings unsaved text back, says so and saves it", async () => {
    const { page, keeper } = await openPage({ browser: withLeft(kept(1, "unsaved")) });
    expect([page.text, page.notices]).toEqual([{ "a.js": "unsaved" }, ["brought-back"]]);
    await keeper.flush();
    expect([page.server.files, page.browser.drafts.size]).toEqual([{ "a.js": "unsaved" }, 0]);
  });

  it("has the text under its own name before it takes it from the page that is gone", async () => {
    const browser = withLeft(kept(1, "unsaved"));
    await openPage({ browser, isOnline: false });
    expect([...browser.drafts].map(([id, { files }]) => [id, files["a.js"]])).toEqual([["page", "unsaved"]]);
  });

  it("drops kept text that the server has", async () => {
    const { page } = await openPage({ browser: withLeft(kept(0, "start")) });
    expect([page.browser.drafts.size, page.notices, page.text]).toEqual([0, [], { "a.js": "start" }]);
  });

  it("keeps a file that the lab gained and leaves out one that it lost", async () => {
    const { page } = await openPage({ server: { version: 1, files: { "a.js": "start", "new.js": "given" } }, browser: withLeft({ ...kept(1, "mine"), files: { "a.js": "mine", "gone.js": "old" } }) });
    expect(page.text).toEqual({ "a.js": "mine", "new.js": "given" });
  });

  it("with a text that a form could not save asks which to keep, and again after a crash", async () => {
    const { page, keeper } = await openPage({ shown: { "a.js": "posted" }, hasConflict: true });
    await keeper.flush();
    expect([keeper.status().kind, page.saves]).toEqual(["conflict", 0]);
    await settle();
    page.browser.crash("page");
    const again = await openPage({ browser: page.browser, id: "again" });
    expect([again.keeper.status().kind, again.page.text["a.js"]]).toEqual(["conflict", "posted"]);
  });
});
