/** The address of the page on which a question is asked, with what it is about. Pure. */

/** Longest texts that travel in an address. */
export const ASK_LIMITS = { quote: 600, test: 300, said: 1_000, path: 200 } as const;

export type AskAbout =
  | { about: "activity" }
  | { about: "passage"; quote: string }
  | { about: "line"; path: string; line: number }
  | { about: "test"; test: string; said?: string };

/** `path` is the activity's. */
export function buildAskAddress(path: string, about: AskAbout): string {
  const query = new URLSearchParams();
  if (about.about === "passage") query.set("quote", about.quote.slice(0, ASK_LIMITS.quote));
  if (about.about === "line") {
    query.set("file", about.path.slice(0, ASK_LIMITS.path));
    query.set("line", String(about.line));
  }
  if (about.about === "test") {
    query.set("test", about.test.slice(0, ASK_LIMITS.test));
    if (about.said) query.set("said", about.said.slice(0, ASK_LIMITS.said));
  }
  const asked = query.toString();
  return `${path}/ask${asked === "" ? "" : `?${asked}`}`;
}

/** Reads what `buildAskAddress` wrote: hostile, like every address. */
export function parseAskAbout(query: URLSearchParams): AskAbout {
  const text = (name: string, limit: number) => (query.get(name) ?? "").replaceAll("\u0000", "").slice(0, limit).trim();
  const test = text("test", ASK_LIMITS.test);
  if (test !== "") return { about: "test", test, said: text("said", ASK_LIMITS.said) || undefined };
  const path = text("file", ASK_LIMITS.path);
  const line = Number(query.get("line"));
  if (path !== "" && Number.isSafeInteger(line) && line > 0 && line < 1_000_000) return { about: "line", path, line };
  const quote = text("quote", ASK_LIMITS.quote);
  return quote === "" ? { about: "activity" } : { about: "passage", quote };
}
