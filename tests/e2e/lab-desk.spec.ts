import type { Page } from "@playwright/test";
import { COURSE_ID, expect, expectNoAxeViolations, expectNoSideScroll, test, waitForScripts, type Person } from "./fixtures.ts";

const TOOLS = "tools-of-an-it-team";
const LAB = `/courses/${COURSE_ID}/first-programs/door-sign`;
const SOLUTION =
  'export const shop = "Corner Repairs";\nexport const opensAt = 8;\nexport const closesAt = 18;\nexport const hoursOpen = closesAt - opensAt;\nexport const minutesOpen = hoursOpen * 60;\n' +
  "export const sign = `${shop}. Open ${opensAt} to ${closesAt}, that is ${hoursOpen} hours a day.`;\n";
const WRONG = SOLUTION.replace("* 60", "* 61");

type SignIn = (page: Page, who: Person) => Promise<Person>;
type MakePerson = (wish: { name: string; enrolledIn: string[]; editor: "plain" | "monaco" }) => Promise<Person>;

const area = (page: Page, name = "sign.js") => page.getByRole("textbox", { name });
const said = (page: Page) => page.locator(".lab-said");

async function open(page: Page, path: string, signInAs: SignIn, makePerson: MakePerson, editor: "plain" | "monaco" = "plain") {
  await signInAs(page, await makePerson({ name: "Dee Desk", enrolledIn: [COURSE_ID, TOOLS], editor }));
  await page.goto(path);
  await waitForScripts(page);
}

test("results come while somebody types, cost nothing, and leave a submission standing @narrow", async ({ page, signInAs, makePerson }) => {
  await open(page, LAB, signInAs, makePerson);
  await expect(page.getByRole("button", { name: "Live results", exact: true })).toHaveAttribute("aria-pressed", "true");
  await area(page).fill(WRONG);
  await expect(said(page)).toHaveText(/^Live: \d of \d pass$/);
  await expect(said(page)).toHaveAttribute("role", "status");
  await expectNoAxeViolations(page);
  await expectNoSideScroll(page);

  await page.getByRole("button", { name: "Submit" }).click();
  await expect(said(page)).toContainText("Submitted:", { timeout: 30_000 });
  await area(page).fill(`${WRONG}\n// more\n`);
  await expect(page.getByText("Your submission is not changed by them.")).toBeVisible();
  await page.getByRole("button", { name: "Show the submission" }).click();
  await expect(said(page)).toContainText("Submitted:");

  await page.getByRole("button", { name: "Live results", exact: true }).click();
  await area(page).fill(SOLUTION);
  await page.reload();
  await expect(page.getByRole("button", { name: "Live results", exact: true })).toHaveAttribute("aria-pressed", "false");
});

test("the whole desk goes by keys, and one sheet shows them @keyboard", async ({ page, signInAs, makePerson }) => {
  await open(page, LAB, signInAs, makePerson);
  await area(page).focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(WRONG);
  await page.keyboard.press("Control+Enter");
  await expect(said(page)).toHaveText(/^\d of \d pass/);

  await page.keyboard.press("Shift+Alt+KeyE");
  await expect(said(page)).toHaveText(/^Failing test 1 of \d: /);
  await expect(page.locator(".result-test[aria-current]")).toHaveAttribute("data-status", "failed");

  await page.keyboard.press("Shift+Alt+KeyL");
  await expect(page.getByRole("button", { name: "Live results", exact: true })).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("Shift+Alt+KeyL");
  await page.keyboard.press("Shift+Alt+KeyZ");
  await expect(page.getByRole("heading", { level: 1 })).toBeHidden();
  await page.keyboard.press("Shift+Alt+KeyZ");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  await page.getByRole("button", { name: "Reset" }).focus();
  await page.keyboard.press("Shift+Slash");
  const sheet = page.getByRole("dialog", { name: "The desk by keyboard" });
  await expect(sheet).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  await page.keyboard.press("Shift+Alt+KeyR");
  await expect(page.getByText("The starter is back.")).toBeVisible();
  await area(page).focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText("what? ");
  await page.keyboard.press("Shift+Slash");
  await expect(sheet).toBeHidden();
});

test("the plain editor lays a file out, and undo takes it back", async ({ page, signInAs, makePerson }) => {
  await open(page, `/courses/${TOOLS}/asking-a-database/late-parcels`, signInAs, makePerson);
  const text = "select city from parcels where id=1";
  await area(page, "late.sql").fill(text);
  await page.getByRole("button", { name: "Format" }).click();
  await expect(area(page, "late.sql")).toHaveValue("select\n  city\nfrom\n  parcels\nwhere\n  id = 1\n");
  await page.keyboard.press("ControlOrMeta+Z");
  await expect(area(page, "late.sql")).toHaveValue(text);
});

test("Monaco knows the files and types of a TypeScript lab and lays it out", async ({ page, signInAs, makePerson }) => {
  await open(page, `/courses/${COURSE_ID}/first-programs/order-list`, signInAs, makePerson, "monaco");
  await page.locator(".monaco-frame .view-lines").click({ timeout: 30_000 });
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.insertText("\nconst   wrong: number = 'text';\n");
  await expect(page.locator(".monaco-frame .squiggly-error").first()).toBeVisible({ timeout: 30_000 });
  await page.keyboard.press("Shift+Alt+KeyF");
  await expect(said(page)).toContainText("Laid out anew", { timeout: 30_000 });
  await expect(page.locator(".monaco-frame .view-lines")).toContainText("const wrong: number");
});

test("an SQL lab shows its tables, and Monaco completes their columns @narrow", async ({ page, signInAs, makePerson }) => {
  await open(page, `/courses/${TOOLS}/asking-a-database/late-parcels`, signInAs, makePerson, "monaco");
  const columns = page.getByRole("region", { name: "Columns of parcels" });
  await expect(columns.getByRole("rowheader")).toHaveText(["id", "city", "promised", "delivered"], { timeout: 45_000 });
  await expect(page.getByRole("region", { name: "First rows of parcels" }).getByRole("row")).toHaveCount(4);
  await expectNoSideScroll(page);
  await page.locator(".monaco-frame .view-lines").click({ timeout: 30_000 });
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("select 1 from parcels p where p.", { delay: 20 });
  await expect(page.locator(".suggest-widget .monaco-list-row").filter({ hasText: "delivered" })).toBeVisible();
});

test("the console of a bash lab remembers, recalls and stops @keyboard @narrow", async ({ page, signInAs, makePerson }) => {
  await open(page, `/courses/${TOOLS}/the-shell/errors-by-service`, signInAs, makePerson);
  await page.getByRole("tab", { name: "Results" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page.getByRole("tab", { name: "Console" })).toBeFocused();
  const field = page.getByRole("textbox", { name: "Command" });
  const log = page.getByRole("log", { name: "Console" });
  const send = async (command: string) => {
    await field.focus();
    await page.keyboard.insertText(command);
    await page.keyboard.press("Enter");
  };
  await send("mkdir -p made; cd made; X=kept");
  await expect(page.locator(".console-line")).toContainText("/lab/made $", { timeout: 45_000 });
  await send("echo $X; head -1 ../night.log | wc -l");
  await expect(log.locator("pre")).toHaveText("kept\n1\n");
  await send("nope");
  await expect(log).toContainText("status 127");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(field).toHaveValue("echo $X; head -1 ../night.log | wc -l");
  await page.keyboard.press("Control+C");
  await expect(field).toHaveValue("");
  await expectNoAxeViolations(page);
  await page.keyboard.press("Control+L");
  await expect(log).not.toContainText("nope");
});

test("a web lab's page is shown, follows the typing, and can reach nothing of the site", async ({ page, signInAs, makePerson, problems }) => {
  // Each is a refusal that the browser says aloud.
  problems.allow(/nope is not defined|Content Security Policy|sandboxed/);
  await open(page, `/courses/${TOOLS}/web-pages/packing-list`, signInAs, makePerson);
  await page.getByRole("tab", { name: "Preview" }).click();
  const frame = page.frameLocator("iframe[title='Your page']");
  await expect(frame.getByRole("heading", { name: "Packing list" })).toBeVisible();
  await expectNoAxeViolations(page);

  await area(page, "list.js").fill(`
const say = (name, act) => { try { console.log(name, act()); } catch (error) { console.log(name, "refused"); } };
say("cookie", () => document.cookie);
say("storage", () => localStorage.length);
say("parent", () => parent.document.title);
say("top", () => { top.location = "about:blank"; return "left"; });
fetch("/account").then(() => console.log("fetch", "answered"), () => console.log("fetch", "refused"));
document.querySelector("#item").focus();
document.querySelector("form").addEventListener("submit", (event) => { event.preventDefault(); console.log("submitted"); });
nope();
`);
  const notes = page.getByRole("log", { name: "What the page said" });
  for (const name of ["cookie", "storage", "parent", "top", "fetch"]) await expect(notes).toContainText(`${name} refused`);
  await expect(notes.getByRole("button", { name: "list.js, line 10" })).toBeVisible();
  await expect(area(page, "list.js"), "a page does not take the focus from who types").toBeFocused();
  await frame.getByRole("button", { name: "Add" }).click();
  await expect(notes).toContainText("submitted");
  await notes.getByRole("button", { name: "list.js, line 10" }).click();
  await expect(area(page, "list.js")).toBeFocused();
});

test("a page whose script never ends is taken away, and the desk goes on", async ({ page, signInAs, makePerson }) => {
  await open(page, `/courses/${TOOLS}/web-pages/packing-list`, signInAs, makePerson);
  await page.getByRole("tab", { name: "Preview" }).click();
  await expect(page.locator(".preview-head")).toContainText("Packing list");
  await area(page, "list.js").fill("for (;;) {}");
  await expect(page.getByRole("alert")).toContainText("did not finish loading");
  await area(page, "list.js").fill("document.title = 'Again';");
  await expect(page.locator(".preview-head")).toContainText("Again");
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });
  test("the desk still runs and shows what failed", async ({ page, signInAs, makePerson }) => {
    await signInAs(page, await makePerson({ name: "No Script", enrolledIn: [COURSE_ID], editor: "plain" }));
    await page.goto(LAB);
    await area(page).fill(WRONG);
    await page.getByRole("button", { name: "Run" }).click();
    await expect(page.locator(".result-test.not-passed").first()).toBeVisible();
    await expect(page.getByRole("button", { name: "Live results", exact: true })).toBeHidden();
    await expect(page.getByRole("button", { name: "Format" })).toBeHidden();
  });
});
