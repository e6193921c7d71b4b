import { describe, expect, it } from "vitest";
import { ensureCertificate } from "../../../app/features/certificates/ensure-certificate.server.ts";
import { revokeCertificate } from "../../../app/features/certificates/revoke-certificate.server.ts";
import { enroll } from "../../../app/features/enrollment/enroll.server.ts";
import { openEditor } from "../../../app/features/portfolios/open-editor.server.ts";
import { openPortfolio } from "../../../app/features/portfolios/open-portfolio.server.ts";
import { portfolioForm, suggestSlug } from "../../../app/features/portfolios/portfolio-form.ts";
import { savePortfolio } from "../../../app/features/portfolios/save-portfolio.server.ts";
import { reviews, submissions, testRuns } from "../../../db/schema.ts";
import { buildTestCatalog, testLab, testLesson, testProject } from "../../helpers/test-course.ts";
import { gradeResult, insertTestUser, makeTestDeps } from "../../helpers/test-deps.ts";
import { finish, ORIGIN } from "../certificates/finished-course.ts";

const at = new Date("2026-03-01T10:00:00Z");

/** Lena finished `basics`: a passed lab, an accepted project, a failed try; `showWork` as given. */
async function setUp({ showWork = true }: { showWork?: boolean } = {}) {
  const catalog = buildTestCatalog([testLesson(), testLab(), testProject()]);
  const deps = makeTestDeps({ catalog: { ...catalog, courses: catalog.courses.map((course) => ({ ...course, showWork })) } });
  const userId = await insertTestUser(deps, "lena", { name: "Lena <b>O</b>" });
  await insertTestUser(deps, "other", { name: "Other Learner" });
  await insertTestUser(deps, "gregor", { name: "Gregor Grader" });
  await enroll(deps, { userId, courseId: "basics" });
  const common = { courseId: "basics", link: null, message: "WORDS FOR THE GRADER", state: "done" as const, attempts: 1, contentHash: "c", testHash: "t", seed: "s", createdAt: at };
  const verdict = (submissionId: string, outcome: "passed" | "failed") => ({ id: `run-${submissionId}`, submissionId, number: 1, outcome, score: 1, passedTests: 1, totalTests: 1, result: gradeResult({ message: "HIDDEN TEST" }), contentHash: "c", testHash: "t", engine: "e", seed: "s", createdAt: at });
  await deps.db.write(async (tx) => {
    await tx.insert(submissions).values({ ...common, id: "failed", userId, activityId: "start/sum", kind: "lab", files: { "sum.js": "failed" }, idempotencyKey: "1" });
    await tx.insert(submissions).values({ ...common, id: "passed", userId, activityId: "start/sum", kind: "lab", files: { "sum.js": 'const tag = "</code><script>alert(1)</script>";\n' }, idempotencyKey: "2" });
    await tx.insert(submissions).values({ ...common, id: "accepted", userId, activityId: "start/report", kind: "project", files: { "report.js": "// mine" }, idempotencyKey: "3" });
    await tx.insert(submissions).values({ ...common, id: "foreign", userId: "other", activityId: "start/sum", kind: "lab", files: { "sum.js": "FOREIGN" }, idempotencyKey: "4" });
    await tx.insert(testRuns).values([verdict("failed", "failed"), verdict("passed", "passed"), verdict("foreign", "passed")]);
    await tx.insert(reviews).values({ id: "r", submissionId: "accepted", courseId: "basics", graderId: "gregor", decision: "accepted", levels: {}, summary: "GRADER'S SUMMARY", claimedAt: at, decidedAt: at });
  });
  for (const id of ["start/hello", "start/sum", "start/report"]) await finish(deps, userId, id);
  const answer = await ensureCertificate(deps, { userId, courseId: "basics", origin: ORIGIN });
  const code = answer.kind === "issued" ? answer.code : "";
  const save = (fields: Record<string, string>, as = userId) => savePortfolio(deps, { userId: as, form: portfolioForm.parse({ slug: "lena", headline: "I climb", about: "<script>x</script>", ...fields }) });
  const everything = { [`show:certificate:${code}`]: "on", [`order:certificate:${code}`]: "2", "show:work:passed": "on", "order:work:passed": "1", "code:work:passed": "on", "show:work:accepted": "on", "show:work:foreign": "on", "code:work:foreign": "on", "show:work:failed": "on" };
  const look = (viewerId: string | null = null) => openPortfolio(deps, { slug: "lena", viewerId });
  return { deps, userId, code, save, everything, look };
}

describe("a portfolio", () => {
  it("is nobody else's to see until it is switched on", async () => {
    const { save, look, userId } = await setUp();
    expect(await look()).toBeNull();
    await save({});
    expect(await look()).toBeNull();
    expect(await look("other")).toBeNull();
    expect(await look(userId)).toMatchObject({ isOwn: true, isPublic: false });
    await save({ isPublic: "on" });
    expect(await look()).toMatchObject({ isOwn: false, isPublic: true, isListed: false, name: "Lena <b>O</b>", headline: "I climb", items: [] });
  });

  it("shows what was chosen in its order, and nothing that is not the owner's or not sound", async () => {
    const { save, everything, look, code } = await setUp();
    await save({ isPublic: "on", ...everything });
    const view = await look();
    expect(view?.items).toMatchObject([{ kind: "lab", id: "passed", title: "Sum" }, { kind: "certificate", code, title: "The basics" }, { kind: "project", id: "accepted", files: null }]);
    const text = JSON.stringify(view);
    for (const secret of ["FOREIGN", "HIDDEN TEST", "GRADER", "Gregor", "Other Learner", "@example.test", "lena@"]) expect(text.includes(secret), secret).toBe(false);
  });

  it("shows code as text, highlighted", async () => {
    const { save, everything, look } = await setUp();
    await save({ isPublic: "on", ...everything });
    const [lab] = (await look())?.items ?? [];
    if (lab?.kind !== "lab") throw new Error("the lab comes first");
    const html = lab.files?.[0]?.lines.join("\n") ?? "";
    expect(html).toContain("&lt;script&gt;");
    expect(html).not.toContain("<script");
    expect(html).toContain('<span class="');
  });

  it("shows titles only where the course does not let its work be shown, whatever the form said", async () => {
    const { save, everything, look } = await setUp({ showWork: false });
    await save({ isPublic: "on", ...everything });
    expect((await look())?.items[0]).toMatchObject({ title: "Sum", files: null });
  });

  it("drops a certificate that was revoked since", async () => {
    const { deps, save, everything, look, code } = await setUp();
    await save({ isPublic: "on", ...everything });
    await revokeCertificate(deps, { code, reason: "By mistake", byUserId: "gregor" });
    expect((await look())?.items.map(({ kind }) => kind)).toEqual(["lab", "project"]);
  });

  it("has an address of its own, which can't be taken from somebody", async () => {
    const { save, look } = await setUp();
    await save({ isPublic: "on" });
    expect(await save({}, "other")).toBe("taken");
    expect((await look())?.name).toBe("Lena <b>O</b>");
    expect(await save({ headline: "Again" })).toBe("saved");
    for (const slug of ["a", "-ab", "ab-", "a--b", "a/b", "../x", "ä-b", "x".repeat(41)]) expect(portfolioForm.safeParse({ slug }).success, slug).toBe(false);
    expect(portfolioForm.safeParse({ slug: suggestSlug("Zoë Ærø 山田", "aB_9-x") }).success).toBe(true);
  });

  it("is edited with everything that may be shown, of each activity the newest", async () => {
    const { deps, userId, save, everything } = await setUp();
    await save(everything);
    const user = { id: userId, name: "Lena", email: "", isAdministrator: false, editor: "plain" as const, language: null, teaches: false, grades: false };
    const { lines, isSaved } = await openEditor(deps, { user });
    expect(isSaved).toBe(true);
    expect(lines.map(({ kind, order, showsCode, mayShowCode }) => ({ kind, order, showsCode, mayShowCode }))).toEqual([
      { kind: "lab", order: 1, showsCode: true, mayShowCode: true }, { kind: "certificate", order: 2, showsCode: false, mayShowCode: false }, { kind: "project", order: 3, showsCode: false, mayShowCode: true },
    ]);
  });
});
