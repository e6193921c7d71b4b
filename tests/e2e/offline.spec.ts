import type { Page } from "@playwright/test";
import { COURSE_ID, expect, expectNoAxeViolations, expectNoSideScroll, test, waitForScripts } from "./fixtures.ts";

const LAB = `/courses/${COURSE_ID}/first-programs/door-sign`;
const LESSON = `/courses/${COURSE_ID}/first-programs/what-a-program-is`;

const area = (page: Page) => page.getByRole("textbox", { name: "sign.js" });
const draftStatus = (page: Page) => page.locator("[data-draft-status]");

/** The texts that this browser's database keeps unsaved. */
const listKept = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open("rung-drafts");
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction("drafts").objectStore("drafts").getAll();
          reading.onsuccess = () => {
            resolve(reading.result.map((draft: { files: Record<string, string> }) => draft.files["sign.js"] ?? "").sort());
            opening.result.close();
          };
        };
      }),
  );

async function openLab(page: Page) {
  await page.goto(LAB);
  await waitForScripts(page);
}

test.beforeEach(({ problems }) => problems.allow(/ERR_INTERNET_DISCONNECTED|Failed to fetch|crash/i));

test("two tabs without a connection keep a text each; what a crash left is taken in and the other kept", async ({ page, signInAs, makePerson }) => {
  await signInAs(page, await makePerson({ name: "Twyla Tabs", enrolledIn: [COURSE_ID], editor: "plain" }));
  await openLab(page);
  const second = await page.context().newPage();
  await openLab(second);
  await page.context().setOffline(true);
  await area(page).fill("const one = 1;");
  await area(second).fill("const two = 2;");
  await expect.poll(() => listKept(page)).toEqual(["const one = 1;", "const two = 2;"]);

  // One is closed like a window, the other dies.
  await page.close({ runBeforeUnload: false });
  const devtools = await second.context().newCDPSession(second);
  const died = second.waitForEvent("crash");
  void devtools.send("Page.crash").catch(() => {});
  await died;
  const context = second.context();
  await second.close();
  await context.setOffline(false);
  const third = await context.newPage();
  await openLab(third);
  await expect(area(third)).toHaveValue(/const (one = 1|two = 2);/);
  await expect(third.getByText("another unsaved text of yours")).toBeVisible();
  await expect(draftStatus(third)).toHaveAttribute("data-draft-status", "saved");
  await expect.poll(() => listKept(third)).toEqual([]);
});

test("what is submitted without a connection waits in the browser, over a reload, and is sent once; or not at all when its owner says so", async ({ page, signInAs, makePerson }) => {
  await signInAs(page, await makePerson({ name: "Hanna Waits", enrolledIn: [COURSE_ID], editor: "plain" }));
  const waits = (of: Page) => of.locator("[data-waiting-hand-in]");
  const submit = (of: Page) => of.getByRole("button", { name: /^Submit/ }).click();
  await openLab(page);
  await page.context().setOffline(true);
  await area(page).fill("export const given = 'up';");
  await submit(page);
  await expect(waits(page)).toContainText("Your hand-in waits for the connection");
  await waits(page).getByRole("button", { name: "Don't hand it in" }).click();
  await expect(waits(page)).toHaveCount(0);

  await area(page).fill("export const kept = 'here';");
  await submit(page);
  await expect(waits(page)).toBeVisible();
  // The tab is closed; its connection comes back, and another page of the site sends it.
  const context = page.context();
  await page.close();
  await context.setOffline(false);
  const sent: string[] = [];
  context.on("request", (request) => void (request.method() === "POST" && request.url().includes("/submit") && sent.push(request.url())));
  const stored = context.waitForEvent("response", (response) => response.url().includes("/door-sign/submit"));
  const today = await context.newPage();
  await today.goto("/today");
  expect((await stored).status()).toBe(202);

  await openLab(today);
  await expect(waits(today)).toHaveCount(0);
  await expect(area(today)).toHaveValue("export const kept = 'here';");
  await today.goto(`${LAB}/history`);
  const attempts = today.getByRole("link", { name: /^Open attempt/ });
  await expect(attempts).toHaveCount(1);
  await attempts.click();
  await expect(today.getByRole("heading", { name: "What you handed in" })).toBeVisible();
  await expect(today.getByText("kept = 'here'").first()).toBeVisible();
  expect(sent).toHaveLength(1);
});

test.describe("with the service worker", () => {
  test.use({ serviceWorkers: "allow" });

  /** Waits until the page goes through the worker. */
  const ready = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => new Promise<void>((resolve) => (navigator.serviceWorker.controller ? resolve() : navigator.serviceWorker.addEventListener("controllerchange", () => resolve(), { once: true })))));
  const isKept = (page: Page, path: string) => page.evaluate((url) => caches.match(url).then(Boolean), path);

  test("a lesson and a lab that were opened are there offline, with the text that was typed; others lead to the list @narrow", async ({ page, signInAs, makePerson }) => {
    await signInAs(page, await makePerson({ name: "Olga Offline", enrolledIn: [COURSE_ID], editor: "plain" }));
    await page.goto(LAB);
    await ready(page);
    await page.reload();
    await page.goto(LESSON);
    await expect.poll(() => isKept(page, LAB)).toBe(true);
    await expect.poll(() => isKept(page, LESSON)).toBe(true);

    await page.context().setOffline(true);
    await page.goto(LAB);
    await area(page).fill("const away = 1;");
    await expect(draftStatus(page)).toContainText("no connection");
    await page.reload();
    await expect(area(page)).toHaveValue("const away = 1;");

    await page.goto("/courses");
    await expect(page).toHaveURL(/\/offline\?from=%2Fcourses/);
    await expect(page.getByRole("link", { name: "Door sign" }).or(page.locator(`a[href="${LAB}"]`)).first()).toBeVisible();
    await expectNoAxeViolations(page);
    await expectNoSideScroll(page);
    await page.locator(`a[href="${LESSON}"]`).click();
    await expect(page).toHaveURL(new RegExp(`${LESSON}$`));
    await page.context().setOffline(false);
  });

  test("one person's pages are never shown to another, and signing out leaves none", async ({ page, signInAs, makePerson }) => {
    await signInAs(page, await makePerson({ name: "Ada First", enrolledIn: [COURSE_ID] }));
    await page.goto(LESSON);
    await ready(page);
    await page.reload();
    await expect.poll(() => isKept(page, LESSON)).toBe(true);

    await page.context().clearCookies();
    await signInAs(page, await makePerson({ name: "Bea Second", enrolledIn: [COURSE_ID] }));
    await page.goto("/today");
    await expect.poll(() => isKept(page, LESSON)).toBe(false);
    await page.context().setOffline(true);
    await page.goto(LESSON);
    await expect(page).toHaveURL(/\/offline/);
    await expect(page.getByText("Ada First")).toHaveCount(0);
    await page.context().setOffline(false);

    await page.goto(LESSON);
    await expect.poll(() => isKept(page, LESSON)).toBe(true);
    await page.locator(".account-menu summary").click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page).toHaveURL(/\/$/);
    await expect.poll(() => isKept(page, LESSON)).toBe(false);
  });
});
