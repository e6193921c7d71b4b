import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Site } from "./fixtures/site.ts";
import { COURSE_ID, expect, expectSound, test, waitForScripts, type Person, type Role } from "./fixtures.ts";

const MODULE = `/courses/${COURSE_ID}/first-programs`;

/** Every page by its pattern in the route table: who looks at it, and where it is. */
const PAGES: Readonly<Record<string, readonly (readonly [who: Role | null, address: string])[]>> = {
  "": [[null, "/"]],
  "*": [[null, "/no/such/page"], ["learner", "/people"]],
  account: [["learner", "/account"]],
  courses: [[null, "/courses"], ["learner", "/courses"]],
  "courses/:courseId": [[null, `/courses/${COURSE_ID}`], ["learner", `/courses/${COURSE_ID}`]],
  "courses/:courseId/:moduleId/:activityId": [["learner", `${MODULE}/what-a-program-is`], ["learner", `${MODULE}/objects`], ["learner", `${MODULE}/door-sign`], ["learner", `${MODULE}/shift-handover`]],
  "courses/:courseId/:moduleId/:activityId/ask": [["learner", `${MODULE}/door-sign/ask`]],
  "courses/:courseId/:moduleId/:activityId/history": [["learner", `${MODULE}/door-sign/history`]],
  "courses/:courseId/:moduleId/:activityId/report": [["learner", `${MODULE}/objects/report`]],
  "courses/:courseId/:moduleId/:activityId/solution": [["instructor", `${MODULE}/hours-of-a-week/solution`]],
  "courses/:courseId/plan": [["learner", `/courses/${COURSE_ID}/plan`]],
  certificates: [["learner", "/certificates"]],
  notes: [["learner", "/notes"]],
  offline: [["learner", "/offline"]],
  portfolio: [["learner", "/portfolio"]],
  practice: [["learner", "/practice"]],
  questions: [["learner", "/questions"]],
  search: [["learner", "/search"], ["learner", "/search?q=program"], ["learner", "/search?q=nothing+has+these"]],
  plan: [["learner", "/plan"], ["newcomer", "/plan"]],
  "plan/settings": [["learner", "/plan/settings"]],
  people: [["administrator", "/people"], ["administrator", "/people?q=nobody+at+all"]],
  "people/:userId": [["administrator", "/people/{learner}"]],
  review: [["grader", "/review"]],
  "review/:submissionId": [["grader", "/review/{project}"]],
  roles: [[null, "/roles"]],
  "roles/:roleId": [["learner", "/roles/it-support-technician"]],
  sandbox: [["administrator", "/sandbox"]],
  "sign-in": [[null, "/sign-in"]],
  "sign-up": [[null, "/sign-up"]],
  "submissions/:submissionId": [["learner", "/submissions/{lab}"], ["learner", "/submissions/{project}"]],
  teach: [["instructor", "/teach"]],
  "teach/:courseId": [["instructor", `/teach/${COURSE_ID}`]],
  "teach/:courseId/edit": [["instructor", `/teach/${COURSE_ID}/edit?path=course.md`], ["instructor", `/teach/${COURSE_ID}/edit?path=01-first-programs%2F03-door-sign%2Flab.md`]],
  "teach/:courseId/entry": [["instructor", `/teach/${COURSE_ID}/entry?activity=first-programs%2Fdoor-sign`]],
  "teach/:courseId/learners": [["instructor", `/teach/${COURSE_ID}/learners`]],
  "teach/:courseId/questions": [["instructor", `/teach/${COURSE_ID}/questions`]],
  "teach/:courseId/reports": [["instructor", `/teach/${COURSE_ID}/reports`]],
  "teach/:courseId/sign-offs": [["instructor", `/teach/${COURSE_ID}/sign-offs`]],
  "teach/:courseId/surveys/:moduleId/:activityId": [["administrator", "/teach/first-week-in-it/surveys/your-first-tickets/how-was-it"]],
  "teach/:courseId/publish": [["instructor", `/teach/${COURSE_ID}/publish`]],
  today: [["newcomer", "/today"], ["learner", "/today"], ["grader", "/today"]],
};

/** Pages that only a journey leads to, with the file whose tests look at them in the same way. */
const SEEN_ELSEWHERE: Readonly<Record<string, string>> = { "review/:submissionId/decide": "review.spec.ts", "reminders/end": "plan.spec.ts", "certificates/:code": "certificates.spec.ts", "p/:slug": "certificates.spec.ts", "questions/:questionId": "lab-help.spec.ts", "someone-else": "someone-else.spec.ts" };

interface Prepared {
  /** Has handed in a lab and a project. */
  learner: Person;
  /** What `{…}` in an address stands for. */
  places: Readonly<Record<string, string>>;
}

let prepared: Promise<Prepared> | null = null;

async function prepare(site: Site): Promise<Prepared> {
  const learner = await site.makePerson({ name: "Paula Pages", enrolledIn: [COURSE_ID], editor: "plain" });
  const lab = await handIn(site, learner, "door-sign/submit", { "sign.js": "export const shop = 1;" });
  const project = await handIn(site, learner, "shift-handover/hand-in", { "handover.js": "export {};" });
  return { learner, places: { learner: learner.id, lab, project } };
}

async function handIn(site: Site, learner: Person, address: string, files: Record<string, string>): Promise<string> {
  const response = await fetch(`${site.url}${MODULE}/${address}`, {
    method: "POST",
    headers: { Cookie: learner.cookie, "Content-Type": "application/json" },
    body: JSON.stringify({ files, idempotencyKey: crypto.randomUUID() }),
  });
  expect(response.status, await response.clone().text()).toBe(202);
  return ((await response.json()) as { submissionId: string }).submissionId;
}

for (const [who, address] of Object.values(PAGES).flat()) {
  test(`${address} as ${who ?? "a visitor"}`, async ({ openShared, site }) => {
    const { learner, places } = await (prepared ??= prepare(site));
    const page = await openShared(who === "learner" ? learner : who);
    await page.goto(address.replace(/\{(\w+)\}/, (_, name: string) => places[name] ?? ""));
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page).toHaveTitle(/\S+/);
    await waitForScripts(page);
    await expectSound(page);
  });
}

test("every page of the route table is looked at", async () => {
  const built = pathToFileURL(join(process.env.E2E_BUILD_FOLDER ?? "build", "server", "index.js"));
  const { routes } = (await import(built.href)) as { routes: Record<string, { id: string; path?: string; module: { default?: unknown } }> };
  const pages = Object.values(routes).filter(({ id, module }) => id !== "root" && module.default !== undefined);
  expect(pages.map(({ path }) => path ?? "").sort()).toEqual([...Object.keys(PAGES), ...Object.keys(SEEN_ELSEWHERE)].sort());
});
