const NOWHERE = "/today";

/**
 * Where to go after signing in: a path of this site, or the dashboard. Anything that a browser could read as another
 * site (`//x`, `/\x`, a scheme, control characters) is refused.
 */
export function parseNext(next: string | null | undefined): string {
  if (!next || !/^\/(?![/\\])/.test(next) || /[\p{Cc}\\]/u.test(next)) return NOWHERE;
  const base = "https://here.invalid";
  const url = URL.canParse(next, base) ? new URL(next, base) : null;
  if (!url || url.origin !== base || url.pathname.startsWith("//")) return NOWHERE;
  if (/^\/sign-(in|up|out)/.test(url.pathname)) return NOWHERE;
  return url.pathname + url.search + url.hash;
}
