import { expect, test as base, type BrowserContext, type Page } from "@playwright/test";
import { collectPageProblems, type PageProblems } from "./fixtures/page-problems.ts";
import type { Person, PersonRequest, Role } from "./fixtures/people.ts";
import { startSite, type Site } from "./fixtures/site.ts";

export { expectNoAxeViolations, expectNoSideScroll } from "./fixtures/expectations.ts";
export { COURSE_ID, type Person, type Role } from "./fixtures/people.ts";
export { expect };

interface TestFixtures {
  /** What went wrong in the browser; anything left in it fails the test. */
  problems: PageProblems;
  /** Signs a page in by its cookie, as one of the fixed people or one made by `makePerson`. */
  signInAs: (page: Page, who: Role | Person) => Promise<Person>;
  /** Another person with a session, for tests that must not meet what others did. */
  makePerson: (wish: PersonRequest) => Promise<Person>;
  /** A page in a browser of its own: another device, another person. `null` is a visitor. */
  openBrowser: (who: Role | Person | null) => Promise<Page>;
}

interface WorkerFixtures {
  site: Site;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.stop();
    },
    { scope: "worker", timeout: 60_000 },
  ],
  baseURL: async ({ site }, use) => use(site.url),

  problems: async ({ site }, use) => {
    const problems = collectPageProblems(site.url);
    await use(problems);
    expect(problems.list(), "problems in the browser").toEqual([]);
  },

  context: async ({ context, problems }, use, testInfo) => {
    await prepare(context, problems, testInfo.project.name);
    await use(context);
  },

  signInAs: async ({ site }, use) => use((page, who) => signIn(site, page.context(), who)),
  makePerson: async ({ site }, use) => use((wish) => site.makePerson(wish)),

  openBrowser: async ({ browser, site, problems, contextOptions }, use, testInfo) => {
    const contexts: BrowserContext[] = [];
    await use(async (who) => {
      const { viewport, colorScheme } = testInfo.project.use;
      const context = await browser.newContext({ ...contextOptions, viewport, colorScheme, baseURL: site.url });
      contexts.push(context);
      await prepare(context, problems, testInfo.project.name);
      if (who) await signIn(site, context, who);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },
});

async function prepare(context: BrowserContext, problems: PageProblems, project: string): Promise<void> {
  problems.watch(context);
  if (project !== "keyboard") return;
  await context.addInitScript(() => {
    addEventListener("pointerdown", (event) => event.isTrusted && console.error("a keyboard-only test used the mouse"), { capture: true });
  });
}

async function signIn(site: Site, context: BrowserContext, who: Role | Person): Promise<Person> {
  const person = typeof who === "string" ? site.people[who] : who;
  const [name = "", value = ""] = person.cookie.split("=");
  await context.addCookies([{ name, value, url: site.url, httpOnly: true, sameSite: "Lax" }]);
  return person;
}
