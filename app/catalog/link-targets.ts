/** Where the links in a text lead. Pure. */
import type { Course } from "./catalog.ts";

export type LinkKind =
  /** `http`, `https`, or `mailto`. */
  | "external"
  | "mail"
  /** `#heading` of the same text. */
  | "fragment"
  /** A file beside or above the text's own. */
  | "relative"
  /** A path from the root of the site. */
  | "site"
  /** Anything else: scripts, data, odd spellings. Never a link. */
  | "refused";

export function classifyLink(href: string): LinkKind {
  // Browsers drop tabs and line ends inside addresses and take backslashes for slashes: such links are refused whole.
  if (/[\p{Cc}\p{Cf}\\]/u.test(href) || href.trim() !== href || href === "") return "refused";
  if (href.startsWith("#")) return "fragment";
  if (/^https?:\/\/[^/]/i.test(href)) return URL.canParse(href) ? "external" : "refused";
  if (/^mailto:[^?]*@/i.test(href)) return "mail";
  if (href.startsWith("//")) return "refused";
  if (href.startsWith("/")) return "site";
  return /^[^/?#]*:/.test(href) ? "refused" : "relative";
}

/** `../02-foo.md#part` in two; the fragment without `#`, or null. */
export function splitFragment(href: string): { path: string; fragment: string | null } {
  const at = href.indexOf("#");
  return at < 0 ? { path: href, fragment: null } : { path: href.slice(0, at), fragment: href.slice(at + 1) };
}

export type LinkTarget =
  | { kind: "course" }
  | { kind: "module"; moduleId: string }
  /** Also for a broken activity, which learners can't open. */
  | { kind: "activity"; moduleId: string; slug: string }
  /** A file under the `assets/` of the activity, by its name there. */
  | { kind: "asset"; moduleId: string; slug: string; name: string };

/**
 * What a relative link means, or null when it leads nowhere that a learner can go.
 *
 * @param fromFile the file that the link is written in, from the content folder
 * @param href as written, such as `../02-foo.md`; a fragment is ignored
 */
export function findLinkTarget(course: Course, fromFile: string, href: string): LinkTarget | null {
  if (classifyLink(href) !== "relative") return null;
  const path = resolvePath(fromFile, splitFragment(href).path);
  if (path === null) return null;
  if (path === course.folder || path === `${course.folder}/course.md`) return { kind: "course" };
  for (const module of course.modules) {
    if (path !== module.folder && !path.startsWith(`${module.folder}/`)) continue;
    if (path === module.folder || path === `${module.folder}/module.md`) return { kind: "module", moduleId: module.id };
    for (const activity of [...module.activities, ...module.broken]) {
      const place = { moduleId: module.id, slug: activity.slug };
      if (path === activity.file || path === activity.folder) return { kind: "activity", ...place };
      const assets = `${activity.folder}/assets/`;
      if (activity.kind !== "broken" && activity.folder !== null && path.startsWith(assets)) {
        const name = path.slice(assets.length);
        return activity.assets.includes(name) ? { kind: "asset", ...place, name } : null;
      }
    }
  }
  return null;
}

/** A path from the content folder, or null when it is no path or leads out. */
function resolvePath(fromFile: string, href: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(href.split("?")[0] ?? "");
  } catch {
    return null;
  }
  const steps = fromFile.split("/").slice(0, -1);
  for (const step of decoded.split("/")) {
    if (step === "" || step === ".") continue;
    if (step !== "..") steps.push(step);
    else if (steps.pop() === undefined) return null;
  }
  return steps.join("/");
}
