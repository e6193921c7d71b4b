import { expect, expectNoAxeViolations, expectNoSideScroll, test } from "./fixtures.ts";

const COURSE = "first-week-in-it";
const path = (id: string) => `/courses/${COURSE}/${id}`;

test("a gate says what opens it, a placement test opens it, and doing what was skipped counts @narrow", async ({ page, makePerson, signInAs }) => {
  await signInAs(page, await makePerson({ name: "Gina Gate", enrolledIn: [COURSE] }));
  const closed = await page.goto(path("finding-the-cause/halve-the-problem"));
  expect(closed?.status()).toBe(403);
  await expect(page.locator(".closed-mark")).toBeVisible();
  await expect(page.locator("#title")).toHaveText("Halve the problem");
  await expect(page.getByText("Somewhere between a finger and a web page")).toHaveCount(0);
  await expectNoAxeViolations(page);
  await expectNoSideScroll(page);

  await page.goto(path("getting-started/where-do-you-begin"));
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByLabel("What they wanted to print, and what happened when they tried").check();
  await page.getByLabel("For whoever goes on with the problem").check();
  await page.getByRole("button", { name: "Hand in", exact: true }).click();
  await page.getByRole("button", { name: /as it is/ }).click();
  const placement = page.getByRole("region", { name: "What you may skip" });
  await expect(placement.getByRole("checkbox", { name: "Getting started" })).toBeChecked();
  await expect(placement.getByRole("checkbox")).toHaveCount(1);
  await placement.getByRole("button", { name: "Skip what I chose" }).click();
  await expect(placement.getByText("3 activities are skipped and count as done.")).toBeVisible();
  await expectNoAxeViolations(page);
  await expectNoSideScroll(page);

  await page.goto(path("finding-the-cause/halve-the-problem"));
  await expect(page.getByText("Somewhere between a finger and a web page")).toBeVisible();

  await page.goto(path("getting-started/three-steps"));
  await page.getByText("Why is it so?").click();
  await expect(page.getByText(/because a placement test showed that you know it/)).toBeVisible();
  await page.getByRole("button", { name: "Mark as complete" }).click();
  await expect(page.getByText(/You marked it on/)).toBeVisible();
});

test("a task keeps what is ticked without being asked, and is signed by an instructor @narrow", async ({ page, makePerson, signInAs, openBrowser }) => {
  const learner = await makePerson({ name: "Tara Task", enrolledIn: [COURSE], roles: [{ courseId: COURSE, role: "instructor" }] });
  const instructor = await makePerson({ name: "Ines Signs", roles: [{ courseId: COURSE, role: "instructor" }] });
  await signInAs(page, learner);
  await page.goto(path("your-first-tickets/show-your-notes"));
  await page.getByLabel("I said who I am and that I listen.").check();
  await expect(page.getByText("All you filled in is saved.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("I said who I am and that I listen.")).toBeChecked();

  await page.getByLabel("Add a file").setInputFiles({ name: "page.html", mimeType: "text/html", buffer: Buffer.from("<script>alert(1)</script>") });
  await page.getByRole("button", { name: "Upload" }).click();
  await expect(page.getByText("Files of that kind are not taken")).toBeVisible();
  for (const box of await page.locator(".task-items input").all()) await box.check();
  await page.getByLabel("Add a file").setInputFiles({ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("what I heard") });
  await expectNoAxeViolations(page);
  await expectNoSideScroll(page);
  await page.getByRole("button", { name: "Hand in for a signature" }).click();
  await expect(page.getByText("An instructor looks at it and signs it.")).toBeVisible();
  const download = await page.request.get((await page.getByRole("link", { name: "notes.txt" }).getAttribute("href")) ?? "");
  expect([download.status(), download.headers()["content-disposition"], download.headers()["x-content-type-options"]]).toEqual([200, `attachment; filename="notes.txt"; filename*=UTF-8''notes.txt`, "nosniff"]);

  const desk = await openBrowser(instructor);
  await desk.goto(`/teach/${COURSE}/sign-offs`);
  const waiting = desk.getByRole("region", { name: /Tara Task/ });
  await waiting.getByLabel("Words to the learner").fill("Good ears!");
  await expectNoAxeViolations(desk);
  await waiting.getByRole("button", { name: "Sign", exact: true }).click();
  await expect(desk.getByText("Signed.")).toBeVisible();

  await page.reload();
  await expect(page.getByText("Good ears!")).toBeVisible();
  await page.getByText("Why is it so?").click();
  await expect(page.locator(".why").getByText(/Signed on/)).toBeVisible();
});

test("a lesson is watched or read as this person likes it, and nothing of another site is loaded before they agree", async ({ page, problems, makePerson, signInAs }) => {
  await signInAs(page, await makePerson({ name: "Vera Video", enrolledIn: [COURSE], roles: [{ courseId: COURSE, role: "instructor" }] }));
  await page.goto(path("getting-started/three-steps"));
  const duration = await page.locator("video").evaluate((video: HTMLVideoElement) => new Promise<number>((resolve) => (video.readyState > 0 ? resolve(video.duration) : video.addEventListener("loadedmetadata", () => resolve(video.duration)))));
  expect(duration).toBeGreaterThan(10);
  expect(await page.locator("video track").count()).toBe(2);
  await page.getByText("Transcript", { exact: true }).click();
  await expect(page.getByText("A drawn ladder stands on the left.")).toBeVisible();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: /Read it/ }).click();
  await expect(page.locator("video")).toHaveCount(0);
  await page.reload();
  await expect(page.getByText("Whatever breaks, three steps help.")).toBeVisible();

  problems.allow(/framatube\.org/);
  const contacted: string[] = [];
  await page.route(/framatube\.org/, (route) => {
    contacted.push(route.request().url());
    return route.fulfill({ contentType: "text/html", body: "<!doctype html><html lang=en><title>The player</title><h1>The player</h1></html>" });
  });
  const asked = await page.goto(path("finding-the-cause/who-else-is-on-the-page"));
  expect(asked?.headers()["content-security-policy"]).not.toContain("framatube");
  await expect(page.getByText("Nothing has been loaded from there yet.")).toBeVisible();
  expect(contacted).toEqual([]);
  await expectNoAxeViolations(page);
  const answer = page.waitForResponse((response) => response.url().includes("play=once"));
  await page.getByRole("link", { name: "Load it once" }).click();
  expect((await answer).headers()["content-security-policy"]).toContain("https://framatube.org");
  await expect(page.frameLocator(".embed-frame").getByRole("heading", { name: "The player" })).toBeVisible();
  expect(contacted).toHaveLength(1);
});
