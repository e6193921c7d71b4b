import { COURSE_ID, expect, expectSound, test } from "./fixtures.ts";

test("a finished course gives a certificate that a stranger can verify", async ({ page, openBrowser, makePerson, signInAs }) => {
  const person = await makePerson({ name: "Zoë <i>Łukasik</i>", enrolledIn: [COURSE_ID], finished: [COURSE_ID] });
  await signInAs(page, person);
  await page.goto(`/courses/${COURSE_ID}`);
  await page.getByRole("button", { name: /^Your certificate/ }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Zoë <i>Łukasik</i>");
  await expectSound(page);
  const address = page.url();
  const pdf = await page.request.get(`${address}/certificate.pdf`);
  expect(pdf.headers()["content-type"]).toBe("application/pdf");
  expect((await pdf.body()).subarray(0, 5).toString()).toBe("%PDF-");

  const stranger = await openBrowser(null);
  await stranger.goto(address);
  await expect(stranger.getByText("This certificate is valid.")).toBeVisible();
  await expect(stranger.getByRole("link", { name: "Download as PDF" })).toHaveCount(0);
  const [, payload = ""] = (await (await stranger.request.get(`${address}/credential.jwt`)).text()).split(".");
  expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toMatchObject({ type: ["VerifiableCredential", "OpenBadgeCredential"], sub: `${address}#learner` });

  await page.goto("/portfolio");
  await page.getByRole("checkbox", { name: /^Show / }).first().check();
  await page.getByLabel("Headline").fill("<script>alert(1)</script>");
  await page.getByRole("checkbox", { name: /^Public/ }).check();
  await page.getByRole("button", { name: "Save" }).click();
  const link = page.getByRole("link", { name: /\/p\// });
  await expectSound(page);
  await stranger.goto((await link.getAttribute("href")) ?? "");
  await expect(stranger.getByText("<script>alert(1)</script>")).toBeVisible();
  await expectSound(stranger);

  const admin = await openBrowser("administrator");
  await admin.goto(address);
  await admin.getByText("Revoke this certificate").click();
  await admin.getByLabel("Reason").fill("Issued by mistake");
  await admin.getByRole("button", { name: "Revoke it" }).click();
  await expect(admin.getByText("This certificate is not valid.")).toBeVisible();
  await stranger.goto(address);
  await expect(stranger.getByText("Reason: Issued by mistake")).toBeVisible();
});
