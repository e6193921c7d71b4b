import { expect, test as base, type BrowserContext, type Page } from "@playwright/test";
import { collectPageProblems, type PageProblems } from "./fixtures/page-problems.ts";
import type { Person, PersonRequest, Role } from "./fixtures/people.ts";
import { connectSite, type Site } from "./fixtures/site.ts";
import { readSiteAddress } from "./start-site.ts";

export { expectNoAxeViolations, expectNoSideScroll, expectSound } from "./fixtures/expectations.ts";
export { COURSE_ID, type Person, type Role } from "./fixtures/people.ts";
export { waitForScripts } from "./fixtures/wait-for-scripts.ts";
export { NARROW, WIDE } from "./fixtures/windows.ts";
export { expect };

const TAGS: readonly string[] = ["@keyboard", "@narrow"];

interface TestFixtures {
  /** What went wrong in the browser; anything left in it fails the test. */
  problems: PageProblems;
  /** Signs a page in by its cookie, as one of the fixed people or one made by `makePerson`. */
  signInAs: (page: Page, who: Role | Person) => Promise<Person>;
  /** Another person with a session, for tests that must not meet what others did. */
  makePerson: (wish: PersonRequest) => Promise<Person>;
  /** A page in a browser of its own: another device, another person. `null` is a visitor. */
  openBrowser: (who: Role | Person | null) => Promise<Page>;
  /** The page of this person that tests of this worker share which only look: what one has loaded, the next need not load. */
  openShared: (who: Role | Person | null) => Promise<Page>;
}

interface WorkerFixtures {
  site: Site;
  sharedPages: Map<string, Page>;
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
  site: [async ({}, use) => use(connectSite(readSiteAddress())), { scope: "worker" }],
  sharedPages: [
    async ({}, use) => {
      const pages = new Map<string, Page>();
      await use(pages);
      for (const page of pages.values()) await page.context().close();
    },
    { scope: "worker" },
  ],
  baseURL: async ({ site }, use) => use(site.url),

  problems: async ({ site }, use, testInfo) => {
    for (const tag of testInfo.tags) expect(TAGS, "a tag that means something").toContain(tag);
    const problems = collectPageProblems(site.url);
    await use(problems);
    expect(problems.list(), "problems in the browser").toEqual([]);
  },

  context: async ({ context, problems }, use, testInfo) => {
    await prepare(context, problems, testInfo.tags);
    await use(context);
  },

  signInAs: async ({ site }, use) => use((page, who) => signIn(site, page.context(), who)),
  makePerson: async ({ site }, use) => use((wish) => site.makePerson(wish)),

  openBrowser: async ({ browser, site, problems, contextOptions }, use, testInfo) => {
    const contexts: BrowserContext[] = [];
    await use(async (who) => {
      const context = await browser.newContext({ ...contextOptions, baseURL: site.url });
      contexts.push(context);
      await prepare(context, problems, testInfo.tags);
      if (who) await signIn(site, context, who);
      return context.newPage();
    });
    for (const context of contexts) await context.close();
  },

  openShared: async ({ browser, site, sharedPages, problems, contextOptions }, use) => {
    const watched = new Set<BrowserContext>();
    await use(async (who) => {
      const key = who === null ? "" : typeof who === "string" ? who : who.id;
      const page = sharedPages.get(key) ?? (await open());
      sharedPages.set(key, page);
      problems.watch(page.context());
      watched.add(page.context());
      return page;

      async function open(): Promise<Page> {
        const context = await browser.newContext({ ...contextOptions, baseURL: site.url });
        if (who) await signIn(site, context, who);
        return context.newPage();
      }
    });
    for (const context of watched) problems.unwatch(context);
  },
});

async function prepare(context: BrowserContext, problems: PageProblems, tags: readonly string[]): Promise<void> {
  problems.watch(context);
  if (!tags.includes("@keyboard")) return;
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
