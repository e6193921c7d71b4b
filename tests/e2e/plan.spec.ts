import Sqlite from "better-sqlite3";
import { COURSE_ID, expect, expectNoAxeViolations, expectNoSideScroll, test } from "./fixtures.ts";

const LESSON = `/courses/${COURSE_ID}/first-programs/what-a-program-is`;

test("a course is planned, its days appear, and their calendar is read by its address @narrow", async ({ page, makePerson, signInAs, request }) => {
  await signInAs(page, await makePerson({ name: "Petra Planner", enrolledIn: [COURSE_ID] }));
  await page.goto(`/courses/${COURSE_ID}/plan`);
  // Filled in by the browser, so that days begin when this person's do.
  await expect(page.getByLabel("Time zone")).not.toHaveValue("");
  await page.getByLabel("Hours a week").fill("4");
  for (const day of ["Monday", "Wednesday", "Saturday"]) await page.getByRole("checkbox", { name: day }).check();
  await page.getByRole("button", { name: "Save the plan" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Your plan is saved." })).toBeVisible();
  await expect(page.getByText(/done between .* and /)).toBeVisible();

  await page.goto("/plan");
  await expect(page.getByRole("heading", { name: "The weeks ahead" })).toBeVisible();
  await expect(page.getByRole("link", { name: "What a program is" }).first()).toHaveAttribute("href", LESSON);
  await expectNoAxeViolations(page);
  await expectNoSideScroll(page);
  await page.goto("/today");
  await expect(page.getByRole("heading", { name: "This week" })).toBeVisible();

  await page.goto("/plan/settings");
  await page.getByRole("button", { name: "Make an address" }).click();
  const address = await page.getByLabel("Address of your calendar").inputValue();
  const feed = await request.get(address);
  expect(feed.headers()["content-type"]).toContain("text/calendar");
  expect((await feed.text()).match(/BEGIN:VEVENT/g)?.length).toBeGreaterThan(1);
});

test("reminders are asked for, and end by the link alone", async ({ page, makePerson, signInAs, openBrowser, site, request }) => {
  const person = await makePerson({ name: "Rita Reminder", enrolledIn: [COURSE_ID] });
  await signInAs(page, person);
  await page.goto("/plan/settings");
  await page.getByLabel(/Write me an e-mail/).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await expect(page.getByLabel(/Write me an e-mail/)).toBeChecked();

  const database = new Sqlite(site.databaseFile, { readonly: true });
  const readReminders = () => database.prepare("select opt_out_key as key, reminders from preferences where user_id = ?").get(person.id) as { key: string; reminders: number };
  const { key } = readReminders();
  const visitor = await openBrowser(null);
  await visitor.goto(`/reminders/end?key=${key}`);
  // Mail programs look at links by themselves: that ends nothing.
  expect(readReminders().reminders).toBe(1);
  await expectNoAxeViolations(visitor);
  await visitor.getByRole("button", { name: "End the reminders" }).click();
  await expect(visitor.getByRole("heading", { name: "The reminders are ended." })).toBeVisible();
  expect(readReminders().reminders).toBe(0);
  // What a mail program's own button sends (RFC 8058), here a second time.
  const oneClick = await request.post(`${site.url}/reminders/end?key=${key}`, { form: { "List-Unsubscribe": "One-Click" } });
  expect(oneClick.status()).toBe(200);
  database.close();
});

test("an open page counts the time that its reader was there, a minute at a time", async ({ page, makePerson, signInAs, site }) => {
  const person = await makePerson({ name: "Aki Active", enrolledIn: [COURSE_ID] });
  await signInAs(page, person);
  await page.clock.install();
  await page.goto(LESSON);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const beats: string[] = [];
  page.on("request", (sent) => new URL(sent.url()).pathname.endsWith("/beat") && beats.push(sent.postData() ?? ""));
  // Scripts are there when the first beat was measured: a minute with a reader, then half an hour without.
  await expect(async () => {
    for (let step = 0; step < 7; step++) {
      await page.mouse.move(100 + step, 200);
      await page.clock.runFor(10_000);
    }
    expect(beats.length).toBeGreaterThan(0);
  }).toPass();
  await page.clock.runFor(30 * 60_000);
  const database = new Sqlite(site.databaseFile, { readonly: true });
  const readSeconds = () => database.prepare("select sum(seconds) from active_times where user_id = ?").pluck().get(person.id) as number | null;
  await expect.poll(readSeconds).toBeGreaterThan(30);
  expect(beats.length).toBeLessThanOrEqual(4);
  expect(readSeconds()).toBeLessThanOrEqual(180);
  database.close();
});

test.describe("without scripts", () => {
  test.use({ javaScriptEnabled: false });

  test("a plan is made by plain forms, and a mistake is said where it is", async ({ page, makePerson, signInAs }) => {
    await signInAs(page, await makePerson({ name: "Nora Noscript", enrolledIn: [COURSE_ID] }));
    await page.goto(`/courses/${COURSE_ID}/plan`);
    await page.getByLabel("Time zone").fill("Middle/Earth");
    await page.getByRole("button", { name: "Save the plan" }).click();
    await expect(page.getByText("That is no time zone.", { exact: false })).toBeVisible();
    await page.getByLabel("Time zone").fill("America/Lima");
    await page.getByRole("button", { name: "Save the plan" }).click();
    await expect(page.getByText("Your plan is saved.")).toBeVisible();
    await page.goto("/plan");
    await expect(page.getByRole("heading", { name: "The weeks ahead" })).toBeVisible();
  });
});
