import { describe, expect, it } from "vitest";
import type { Deps } from "../../../app/deps.server.ts";
import { saveDraft } from "../../../app/features/drafts/save-draft.server.ts";
import { askQuestion } from "../../../app/features/questions/ask-question.server.ts";
import { changeQuestion } from "../../../app/features/questions/change-question.server.ts";
import { listQuestions } from "../../../app/features/questions/list-questions.server.ts";
import { openAsk } from "../../../app/features/questions/open-ask.server.ts";
import { openInbox } from "../../../app/features/questions/open-inbox.server.ts";
import { openQuestion } from "../../../app/features/questions/open-question.server.ts";
import { askForm, type AskForm } from "../../../app/features/questions/question-forms.ts";
import { HOURLY } from "../../../app/features/questions/question-rules.ts";
import { replyToQuestion } from "../../../app/features/questions/reply-to-question.server.ts";
import { ensureCourseRole } from "../../../db/queries/course-roles.ts";
import { listUnseenAnswers } from "../../../db/queries/questions.ts";
import { enrollments, users } from "../../../db/schema.ts";
import { eq } from "drizzle-orm";
import { buildTestCatalog, testLab, testLesson } from "../../helpers/test-course.ts";
import { insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";

const lab = testLab();
const lesson = testLesson({ text: { source: "## First\n\nx\n\n## Second\n\ny\n", firstLine: 1 } });
const person = (id: string) => ({ id, isAdministrator: false });

async function setUp() {
  let at = new Date("2026-03-02T18:00:00Z").getTime();
  const deps: Deps = makeTestDeps({ catalog: buildTestCatalog([lesson, lab]), now: () => new Date((at += 1_000)) });
  const createdAt = deps.now();
  for (const id of ["ada", "bob", "ines", "gus", "eve"]) await insertTestUser(deps, id, { name: `Name of ${id}` });
  await deps.db.write(async (tx) => {
    for (const userId of ["ada", "bob"]) await tx.insert(enrollments).values({ id: userId, userId, courseId: "basics", courseHash: "c", createdAt });
    await ensureCourseRole(tx, { userId: "ines", courseId: "basics", role: "instructor", createdAt });
    await ensureCourseRole(tx, { userId: "gus", courseId: "basics", role: "grader", createdAt });
  });
  let key = 0;
  const form = (changes: Partial<Record<keyof AskForm, string>>): AskForm => askForm.parse({ body: "Why?", idempotencyKey: `key-${++key}`, ...changes });
  async function ask(changes: Partial<Record<keyof AskForm, string>> = {}, activity: typeof lab | typeof lesson = lab, userId = "ada"): Promise<string> {
    const answer = await askQuestion(deps, { userId, activity, form: form(changes) });
    if (answer.kind !== "asked") throw new Error(answer.kind);
    return answer.questionId;
  }
  const open = (questionId: string, id: string) => openQuestion(deps, { user: person(id), questionId });
  const reply = (questionId: string, id: string, body = "Because.") => replyToQuestion(deps, { user: person(id), questionId, body });
  const change = (questionId: string, id: string, what: Parameters<typeof changeQuestion>[1]["change"]) => changeQuestion(deps, { user: person(id), questionId, change: what });
  const inbox = (asked: string | null = null) => {
    const [course] = deps.catalog.courses;
    if (!course) throw new Error("no course");
    return openInbox(deps, { course, asked });
  };
  return { deps, ask, form, open, reply, change, inbox };
}

describe("asking", () => {
  it("takes the failing test and the code of the draft along, as it is at that moment", async () => {
    const { deps, ask, open } = await setUp();
    await saveDraft(deps, { userId: "ada", activity: lab, files: { "sum.js": "THEN" }, baseVersion: 0 });
    const id = await ask({ test: "adds", said: "expected 1 to be 3", withCode: "yes" });
    await saveDraft(deps, { userId: "ada", activity: lab, files: { "sum.js": "LATER" }, baseVersion: 1 });
    const seen = await open(id, "ines");
    expect(seen).toMatchObject({ about: "test", test: { name: "adds", message: "expected 1 to be 3" }, askerName: "Name of ada", state: "open", standing: "staff" });
    expect(JSON.stringify(seen?.files)).toContain("THEN");
    expect(JSON.stringify(seen?.files)).not.toContain("LATER");
  });

  it("points at a line of one's own files only", async () => {
    const { ask, open } = await setUp();
    expect(await open(await ask({ file: "sum.js", line: "1" }), "ada")).toMatchObject({ about: "line", line: { path: "sum.js", line: 1 }, files: [{ path: "sum.js" }] });
    expect(await open(await ask({ file: "../../etc/passwd", line: "1" }), "ada")).toMatchObject({ about: "activity", line: null, files: [] });
    expect(await open(await ask({ file: "__proto__", line: "1" }), "ada")).toMatchObject({ line: null });
  });

  it("quotes a passage or a heading of a lesson, and sends no code there", async () => {
    const { deps, ask, open } = await setUp();
    expect((await openAsk(deps, { activity: lesson, query: new URLSearchParams() })).headings).toEqual(["First", "Second"]);
    expect(await open(await ask({ quote: "a hard passage", withCode: "yes", test: "x" }, lesson), "ada")).toMatchObject({ about: "passage", quote: "a hard passage", files: [], test: null });
    expect(await open(await ask({ heading: "Second" }, lesson), "ada")).toMatchObject({ quote: "Second" });
  });

  it("with the same key is one question", async () => {
    const { deps, form } = await setUp();
    const one = form({});
    const answers = [await askQuestion(deps, { userId: "ada", activity: lab, form: one }), await askQuestion(deps, { userId: "ada", activity: lab, form: one })];
    expect(answers[0]).toEqual(answers[1]);
    expect((await listQuestions(deps, { user: person("ada") })).own).toHaveLength(1);
  });

  it("is limited for each person", async () => {
    const { deps, ask, form } = await setUp();
    for (let asked = 0; asked < HOURLY.questions; asked += 1) await ask();
    expect(await askQuestion(deps, { userId: "ada", activity: lab, form: form({}) })).toEqual({ kind: "too-many" });
    expect((await askQuestion(deps, { userId: "bob", activity: lab, form: form({}) })).kind).toBe("asked");
  });

  it("refuses empty and endless words by a code", () => {
    const codeOf = (body: string) => askForm.safeParse({ body, idempotencyKey: "k" }).error?.issues[0]?.message;
    expect([codeOf("  \n "), codeOf("x".repeat(5_001)), codeOf("x")]).toEqual(["empty", "long", undefined]);
  });
});

describe("a thread", () => {
  it("goes from open to answered, is opened again by whoever asked, and resolved by either", async () => {
    const { ask, open, reply, change } = await setUp();
    const id = await ask();
    await reply(id, "ines");
    expect(await open(id, "ada")).toMatchObject({ state: "answered", replies: [{ body: "Because.", isStaff: true, isOwn: false, authorName: "Name of ines" }] });
    await reply(id, "ada", "But why?");
    expect((await open(id, "ada"))?.state).toBe("open");
    await reply(id, "gus", "So.");
    expect(await change(id, "ada", "resolve")).toBe(true);
    expect((await open(id, "ines"))?.state).toBe("resolved");
    expect(await change(id, "ines", "reopen")).toBe(true);
    expect(await open(id, "ines")).toMatchObject({ state: "answered", replies: [{}, { isStaff: false }, { isStaff: true }] });
  });

  it("is there for whoever asked and for those who teach, and for nobody else", async () => {
    const { ask, open, reply, change } = await setUp();
    const id = await ask();
    for (const id_ of ["bob", "eve"]) {
      expect(await open(id, id_)).toBeNull();
      expect(await reply(id, id_)).toEqual({ kind: "not-found" });
      for (const what of ["resolve", "reopen", "share", "unshare"] as const) expect(await change(id, id_, what)).toBe(false);
    }
    expect(await open("none", "ada")).toBeNull();
    expect(await change(id, "ada", "share"), "only those who teach show it to all").toBe(false);
  });

  it("shown to all is read by others in the course without the asker's name and code, and takes no words of theirs", async () => {
    const { deps, ask, open, reply, change } = await setUp();
    const id = await ask({ withCode: "yes", test: "adds" });
    await reply(id, "ada", "More of me.");
    await reply(id, "ines");
    await change(id, "ines", "share");
    const seen = await open(id, "bob");
    expect(seen).toMatchObject({ standing: "reader", askerName: null, files: [], replies: [{ authorName: null, isOwn: false }, { authorName: "Name of ines" }] });
    expect(JSON.stringify(seen)).not.toMatch(/ada|Name of ada/);
    const ask_ = await openAsk(deps, { activity: lab, query: new URLSearchParams() });
    expect(ask_.shared).toMatchObject([{ id, askerName: null }]);
    expect(JSON.stringify(ask_.shared)).not.toContain("ada");
    expect(await open(id, "eve"), "not in the course").toBeNull();
    expect(await reply(id, "bob")).toEqual({ kind: "not-found" });
    await change(id, "ines", "unshare");
    expect(await open(id, "bob")).toBeNull();
  });

  it("is news until whoever asked has opened it", async () => {
    const { deps, ask, open, reply } = await setUp();
    const id = await ask();
    const news = async () => (await listUnseenAnswers(deps.db, { userId: "ada" })).map((one) => one.id);
    expect(await news()).toEqual([]);
    await reply(id, "ines");
    expect(await news()).toEqual([id]);
    expect((await listQuestions(deps, { user: person("ada") })).own).toMatchObject([{ isUnseen: true }]);
    await open(id, "ines");
    expect(await news()).toEqual([id]);
    await open(id, "ada");
    expect(await news()).toEqual([]);
  });

  it("is limited in replies", async () => {
    const { ask, reply } = await setUp();
    const id = await ask();
    for (let said = 0; said < HOURLY.replies; said += 1) await reply(id, "ada", String(said));
    expect(await reply(id, "ada")).toEqual({ kind: "too-many" });
    expect(await reply(id, "ines")).toEqual({ kind: "said" });
  });

  it("goes with whoever asked, and keeps a teacher's words when the teacher is gone", async () => {
    const { deps, ask, open, reply } = await setUp();
    const id = await ask();
    await reply(id, "ines");
    await deps.db.write((tx) => tx.delete(users).where(eq(users.id, "ines")).then(() => undefined));
    expect((await open(id, "ada"))?.replies).toMatchObject([{ body: "Because.", authorName: null, isStaff: true }]);
    await deps.db.write((tx) => tx.delete(users).where(eq(users.id, "ada")).then(() => undefined));
    expect(await open(id, "gus")).toBeNull();
  });
});

describe("the inbox of a course", () => {
  it("counts each state and lists those that wait longest first", async () => {
    const { ask, reply, change, inbox } = await setUp();
    const [first, second, third] = [await ask(), await ask(), await ask()];
    await reply(second, "ines");
    expect(await inbox()).toMatchObject({ state: "open", counts: { open: 2, answered: 1, resolved: 0 }, questions: [{ id: first, askerName: "Name of ada" }, { id: third }] });
    await change(third, "ines", "resolve");
    expect((await inbox("resolved")).questions.map(({ id }) => id)).toEqual([third]);
    expect((await inbox("'; --")).state).toBe("open");
  });

  it("is counted for those who answer there, and for nobody else", async () => {
    const { deps, ask } = await setUp();
    await ask();
    for (const id of ["ines", "gus"]) expect((await listQuestions(deps, { user: person(id) })).answers).toEqual([{ courseId: "basics", title: "The basics", open: 1, reports: 0 }]);
    for (const id of ["ada", "eve"]) expect((await listQuestions(deps, { user: person(id) })).answers).toEqual([]);
  });
});
