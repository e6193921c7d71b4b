import type { Page } from "@playwright/test";
import { COURSE_ID, expect, test, waitForScripts } from "./fixtures.ts";

const LAB = `/courses/${COURSE_ID}/first-programs/door-sign`;

const area = (page: Page) => page.getByRole("textbox", { name: "sign.js" });
const draftStatus = (page: Page) => page.locator("[data-draft-status]");
const isSaved = (page: Page) => expect(draftStatus(page)).toHaveAttribute("data-draft-status", "saved");

async function openLab(page: Page) {
  await page.goto(LAB);
  await waitForScripts(page);
}

test("a phone without a connection meets what the laptop saved: other lines are merged, of the same one both texts are kept", async ({ page: phone, openBrowser, signInAs, makePerson, problems }) => {
  problems.allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch/);
  const person = await makePerson({ name: "Dora Devices", enrolledIn: [COURSE_ID], editor: "plain" });
  await signInAs(phone, person);
  await openLab(phone);
  const laptop = await openBrowser(person);
  await openLab(laptop);
  const starter = await area(phone).inputValue();
  const [first, last] = ['export const shop = "";', 'export const sign = "";'];

  await phone.context().setOffline(true);
  await area(phone).fill(starter.replace(first, 'export const shop = "Phone";'));
  await expect(draftStatus(phone)).toContainText("no connection");
  await area(laptop).fill(starter.replace(last, 'export const sign = "Laptop";'));
  await isSaved(laptop);
  await phone.context().setOffline(false);
  await expect(phone.getByText("both changes are in this text")).toBeVisible({ timeout: 20_000 });
  await expect(area(phone)).toHaveValue(starter.replace(first, 'export const shop = "Phone";').replace(last, 'export const sign = "Laptop";'));
  await isSaved(phone);

  // Both on from there, each on the same line.
  await openLab(laptop);
  await expect(area(laptop)).toHaveValue(/"Phone"[^]*"Laptop"/);
  await phone.context().setOffline(true);
  await area(phone).fill('const from = "phone";');
  await expect(draftStatus(phone)).toContainText("no connection");
  await area(laptop).fill('const from = "laptop";');
  await isSaved(laptop);
  await phone.context().setOffline(false);
  await expect(phone.getByText("Nothing was overwritten. Which text do you want to go on with?")).toBeVisible({ timeout: 20_000 });
  await phone.getByRole("button", { name: "Keep mine" }).click();
  await isSaved(phone);
  await openLab(laptop);
  await expect(area(laptop)).toHaveValue('const from = "phone";');
});

test("a browser that dies while it is online has lost nothing that was typed", async ({ page, signInAs, makePerson, problems }) => {
  problems.allow(/crash|Failed to fetch/i);
  await signInAs(page, await makePerson({ name: "Cara Crash", enrolledIn: [COURSE_ID], editor: "plain" }));
  await openLab(page);
  const context = page.context();
  // Its save never arrives.
  const isDraft = (url: URL) => url.pathname === `${LAB}/draft`;
  await context.route(isDraft, (route) => (route.request().method() === "GET" ? route.continue() : route.abort()));
  await area(page).fill("const typed = true;");
  await expect(draftStatus(page)).not.toHaveAttribute("data-draft-status", "saved");
  await expect(draftStatus(page)).toContainText("no connection");
  const devtools = await context.newCDPSession(page);
  const died = page.waitForEvent("crash");
  void devtools.send("Page.crash").catch(() => {});
  await died;
  await page.close();
  await context.unroute(isDraft);

  const again = await context.newPage();
  await openLab(again);
  await expect(area(again)).toHaveValue("const typed = true;");
  await isSaved(again);
});
