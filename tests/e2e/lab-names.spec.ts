import type { Page } from "@playwright/test";
import { COURSE_ID, expect, test, waitForScripts } from "./fixtures.ts";

const LAB = `/courses/${COURSE_ID}/first-programs/door-sign`;
const ONE_RIGHT = 'export const shop = "Corner Repairs";\nexport const opensAt = "8";\n';

const desk = (page: Page) => page.getByRole("region", { name: "Your work" });
/** The line beside the buttons that says what runs, and what it came to. */
const said = (page: Page) => desk(page).getByRole("status").and(page.locator(".lab-said"));
/** What only a reader of screens is told of the draft. */
const draftSaid = (page: Page) => page.locator("[data-draft-status]").getByRole("status");

test.beforeEach(async ({ page, signInAs, makePerson }) => {
  await signInAs(page, await makePerson({ name: "Nala Names", enrolledIn: [COURSE_ID], editor: "plain" }));
  await page.goto(LAB);
  await waitForScripts(page);
});

test("every part of the desk has a name and says its state", async ({ page }) => {
  await expect(desk(page)).toMatchAriaSnapshot(`
    - region "Your work":
      - tablist "Files":
        - tab "sign.js" [selected]
      - text: Saved
      - status
      - button "Keys"
      - button "Fill the window"
      - tabpanel "sign.js":
        - textbox "sign.js": /export const shop/
        - paragraph: Tab indents. Esc, then Tab leaves the editor.
        - group "Editor":
          - button "Monaco"
          - button "Plain" [pressed]
      - button "Run"
      - button "Submit"
      - status
      - button "Format"
      - button "Reset"
      - heading "Results" [level=2]
      - button "Live results" [pressed]
      - region "Results"
  `);
  await expect(page.getByRole("region", { name: "A sign for the door" })).toMatchAriaSnapshot(`
    - heading "A sign for the door" [level=1]
    - region "Hints":
      - button "Show hint 1 of 3"
  `);
  for (const [name, keys] of [["Run", /^Control\+Enter/], ["Submit", /^Control\+Shift\+Enter/], ["Live results", /^Shift\+Alt\+L$/]] as const) await expect(page.getByRole("button", { name, exact: true })).toHaveAttribute("aria-keyshortcuts", keys);
});

test("a run and a submission are said while they are under way, and what they came to", async ({ page }) => {
  await page.getByRole("button", { name: "Live results", exact: true }).click();
  await page.getByRole("textbox", { name: "sign.js" }).fill(ONE_RIGHT);

  const run = await holdRequest(page, `${LAB}/run`);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await expect(said(page)).toHaveText("Running the visible tests…");
  run.letGo();
  await expect(said(page)).toHaveText(/^1 of 4 pass · \d/, { timeout: 60_000 });
  const results = page.getByRole("region", { name: "Results" });
  await expect(results.getByRole("listitem")).toHaveCount(4);
  await expect(results.getByRole("img", { name: "Failed:" })).toHaveCount(3);
  await expect(results).toMatchAriaSnapshot(`
    - region "Results":
      - list:
        - listitem:
          - img "Passed:"
          - text: /names the shop/
        - listitem:
          - img "Failed:"
          - text: /opening and closing hour/
          - paragraph: expected "8" to be 8
          - term: expected
          - definition
          - term: got
          - definition
  `);

  await page.keyboard.press("Shift+Alt+KeyE");
  await expect(said(page)).toHaveText(/^Failing test 1 of 3: .*opening and closing hour/);

  const submission = await holdRequest(page, `${LAB}/submit`);
  await page.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(said(page)).toHaveText("Handing in…");
  submission.letGo();
  await expect(said(page)).toHaveText(/^Submitted: \d of \d pass/, { timeout: 60_000 });
});

test("a draft that can't be saved is said aloud, one that is saved is not", async ({ page, problems }) => {
  problems.allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const line = page.locator("[data-draft-status]");
  await expect(draftSaid(page)).toHaveText("");
  await page.context().setOffline(true);
  await page.getByRole("textbox", { name: "sign.js" }).fill("const away = 1;");
  await expect(line).toContainText("Not saved: no connection, trying again");
  await expect(draftSaid(page)).toHaveText("Not saved: no connection, trying again");
  await page.context().setOffline(false);
  await expect(line).toHaveText("Saved");
  await expect(draftSaid(page)).toHaveText("");
});

test("live results and hints say what became of them", async ({ page }) => {
  const live = page.getByRole("button", { name: "Live results", exact: true });
  await page.getByRole("textbox", { name: "sign.js" }).fill(ONE_RIGHT);
  await expect(said(page)).toHaveText("Live: 1 of 4 pass", { timeout: 60_000 });
  await live.click();
  await expect(page.getByRole("button", { name: "Live results", exact: true, pressed: false })).toBeVisible();

  const hints = page.getByRole("region", { name: "Hints" });
  for (const number of [1, 2]) {
    await hints.getByRole("button", { name: `Show hint ${number} of 3` }).click();
    await expect(hints.getByRole("status")).toHaveText(`Hint ${number} of 3 is open.`);
    await expect(hints.locator("summary").nth(number - 1)).toBeFocused();
  }
  await hints.getByRole("button", { name: "Show hint 3 of 3" }).click();
  await expect(hints.getByRole("status")).toHaveText("All hints are open.");
  await expect(hints.getByRole("button", { name: /^Show hint/ })).toHaveCount(0);
});

/** Keeps the next such request from the server until it is let go. */
async function holdRequest(page: Page, path: string): Promise<{ letGo: () => void }> {
  let letGo = () => {};
  const gone = new Promise<void>((resolve) => (letGo = resolve));
  await page.route((url) => url.pathname === path, async (route) => {
    await gone;
    await route.continue();
  }, { times: 1 });
  return { letGo };
}
