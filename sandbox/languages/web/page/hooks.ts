/** What the page's library asks of us. It is filled in by `pages.ts`, so that the library's own modules can reach it. */

export type Listener = (event: unknown) => unknown;

export interface PageHooks {
  /** The text of the learner's file at this absolute address. Throws when there is none. */
  readFile(url: string): string;
  /** The function of an attribute such as `onclick`; null when it can't be read. */
  compileHandler(element: object, property: string, code: string): Listener | null;
  /** A link was followed, a form sent, `location` set. */
  navigate(frame: object, url: string): void;
}

const unset = (): never => {
  throw new Error("No page is open");
};
export const pageHooks: PageHooks = { readFile: unset, compileHandler: unset, navigate: unset };
