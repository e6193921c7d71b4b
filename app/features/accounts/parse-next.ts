const NOWHERE = "/today";

/** A path of this site, or null for anything that a browser could read as another site (`//x`, `/\\x`, a scheme, control characters). */
export function parsePath(path: string | null | undefined): string | null {
  if (!path || !/^\/(?![/\\])/.test(path) || /[\p{Cc}\\]/u.test(path)) return null;
  const base = "https://here.invalid";
  const url = URL.canParse(path, base) ? new URL(path, base) : null;
  if (!url || url.origin !== base || url.pathname.startsWith("//")) return null;
  return url.pathname + url.search + url.hash;
}

/** Where to go after signing in: a path of this site that is not about signing in, or the dashboard. */
export function parseNext(next: string | null | undefined): string {
  const path = parsePath(next);
  return path === null || /^\/sign-(in|up|out)/.test(path) ? NOWHERE : path;
}
