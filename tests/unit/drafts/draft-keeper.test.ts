import { beforeEach, describe, expect, it } from "vitest";
import { createDraftKeeper, type DraftKeeper, type DraftReply, type DraftStatus } from "../../../app/features/drafts/draft-keeper.ts";
import type { DraftState } from "../../../app/features/drafts/draft-rules.ts";

type Files = Record<string, string>;

/** A page with an editor, a browser's storage, timers that a test fires, and a server of one draft. */
function openPage({ server = { version: 1, files: { "a.js": "start" } } as DraftState, kept = null as DraftState | null, shown = null as Files | null, hasConflict = false } = {}) {
  const page = {
    text: { ...(shown ?? server.files) } as Files,
    server: { ...server },
    kept,
    isOnline: true,
    /** The server takes the save and its answer is lost. */
    losesAnswers: false,
    reply: null as DraftReply | null,
    saves: 0,
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
  };
  const keeper: DraftKeeper = createDraftKeeper({
    opened: { ...server },
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
    fetchNewest: async () => (page.isOnline ? page.server : null),
    local: { read: () => page.kept, write: ({ baseVersion, files }) => void (page.kept = { version: baseVersion, files }), clear: () => void (page.kept = null) },
    announce: (version) => page.announced.push(version),
    onChange: ({ kind }) => page.statuses.push(kind),
    onNotice: (notice) => page.notices.push(notice),
    setTimer(act, delayMs) {
      const timer = { act, delayMs };
      page.timers.push(timer);
      return () => void (page.timers = page.timers.filter((other) => other !== timer));
    },
  });
  keeper.begin({ hasConflict });
  return { page, keeper };
}

describe("typing", () => {
  let opened: ReturnType<typeof openPage>;
  beforeEach(() => void (opened = openPage()));

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
    keeper.leave();
    expect(page.kept).toEqual({ version: 1, files: { "a.js": "mine" } });
    await keeper.flush();
    expect(page.kept).toBeNull();
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
    const { page, keeper } = openPage();
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
    expect([keeper.status().kind, page.server.files, page.kept]).toEqual(["saved", { "a.js": "mine" }, null]);
  });

  it("a save whose answer was lost is no conflict with itself", async () => {
    const { page, keeper } = openPage();
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
    const { page, keeper } = openPage();
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
    const opened = openPage();
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
    const again = openPage({ server: page.server, kept: page.kept });
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
    expect([page.text, keeper.version(), keeper.status().kind, page.kept, page.announced]).toEqual([{ "a.js": "theirs" }, 4, "saved", null, [4]]);
  });

  it("is taken in at once when nothing was typed here, and said", async () => {
    const { page, keeper } = openPage();
    page.server = { version: 2, files: { "a.js": "theirs" } };
    await keeper.hearOfVersion(2);
    expect([page.text, keeper.version(), page.notices.length, page.saves]).toEqual([{ "a.js": "theirs" }, 2, 1, 0]);
  });

  it("is a conflict at once when something was typed here", async () => {
    const { page, keeper } = openPage();
    page.type("mine");
    page.server = { version: 2, files: { "a.js": "theirs" } };
    await keeper.hearOfVersion(2);
    expect([page.text, keeper.status().kind]).toEqual([{ "a.js": "mine" }, "conflict"]);
  });

  it("is old news when it tells what this tab has", async () => {
    const { page, keeper } = openPage();
    page.server = { version: 1, files: { "a.js": "start" } };
    await keeper.hearOfVersion(1);
    expect([page.notices, keeper.status().kind]).toEqual([[], "saved"]);
  });
});

describe("opening the page again", () => {
  it("brings unsaved text back, says so and saves it", async () => {
    const { page, keeper } = openPage({ kept: { version: 1, files: { "a.js": "unsaved" } } });
    expect([page.text, page.notices.length]).toEqual([{ "a.js": "unsaved" }, 1]);
    await keeper.flush();
    expect(page.server.files).toEqual({ "a.js": "unsaved" });
  });

  it("drops kept text that the server has", () => {
    const { page } = openPage({ kept: { version: 0, files: { "a.js": "start" } } });
    expect([page.kept, page.notices, page.text]).toEqual([null, [], { "a.js": "start" }]);
  });

  it("keeps a file that the lab gained and leaves out one that it lost", () => {
    const { page } = openPage({ server: { version: 1, files: { "a.js": "start", "new.js": "given" } }, kept: { version: 1, files: { "a.js": "mine", "gone.js": "old" } } });
    expect(page.text).toEqual({ "a.js": "mine", "new.js": "given" });
  });

  it("with a text that a form could not save asks which to keep", async () => {
    const { page, keeper } = openPage({ shown: { "a.js": "posted" }, hasConflict: true });
    await keeper.flush();
    expect([keeper.status().kind, page.saves]).toEqual(["conflict", 0]);
  });
});
