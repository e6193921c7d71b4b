import { auditPage, type Category } from "../../bench/lighthouse/audit-page.ts";
import { openChromium } from "../../bench/lighthouse/open-chromium.ts";
import { COURSE_ID, expect, test } from "./fixtures.ts";

/** `performance` depends on what else the machine does: `npm run bench:lighthouse` asks for it. */
const CATEGORIES: readonly Category[] = ["accessibility", "best-practices", "seo"];
const PAGES = { lesson: `/courses/${COURSE_ID}/first-programs/what-a-program-is`, dashboard: "/today", lab: `/courses/${COURSE_ID}/first-programs/door-sign` };

test("Lighthouse finds nothing to mend on a lesson, the day's page and a lab", async ({ site, makePerson }) => {
  const { cookie } = await makePerson({ name: "Lia Lighthouse", enrolledIn: [COURSE_ID] });
  const chromium = await openChromium();
  try {
    for (const [name, path] of Object.entries(PAGES)) {
      const { scores, failures } = await auditPage(site.url + path, { port: chromium.port, cookie, categories: CATEGORIES });
      expect({ name, scores, failures }).toEqual({ name, scores: { accessibility: 100, "best-practices": 100, seo: 100 }, failures: [] });
    }
  } finally {
    await chromium.close();
  }
});
