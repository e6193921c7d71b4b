/**
 * A web lab's page as one document: its own scripts and style sheets stand where they are linked. It is shown in a frame
 * of an origin of its own that reaches no network (app/web/preview-frame.server.ts). Pure.
 */

type Files = Readonly<Record<string, string>>;

export const PAGE = "index.html";

/** What the frame says of the page. Everything in it is hostile text. */
export type PreviewNote = { kind: "error" | "log"; message: string; path: string | null; line: number | null };

const LONGEST_MESSAGE = 500;
const PICTURES: Readonly<Record<string, string>> = { svg: "image/svg+xml" };

/** The document, or null when the lab has no page. Links to files that are not there stay as they are and lead nowhere. */
export function buildPreview(files: Files): string | null {
  const page = files[PAGE];
  if (page === undefined) return null;
  const deferred: string[] = [];
  const whole = page
    .replace(/<script\b([^>]*)>\s*<\/script\s*>/gi, (whole, attributes: string) => {
      const path = findPath(attributes, "src", files);
      if (path === null) return whole;
      // A name for what the browser says of it, with the file's own line numbers.
      const script = `<script${dropAttribute(attributes, "src")}>${hideEnd(files[path] ?? "", "script")}\n//# sourceURL=${path}\n</script>`;
      if (!isDeferred(attributes)) return script;
      deferred.push(script);
      return "";
    })
    .replace(/<link\b([^>]*)>/gi, (whole, attributes: string) => {
      const path = /\brel\s*=\s*["']?[^"'>]*\bstylesheet\b/i.test(attributes) ? findPath(attributes, "href", files) : null;
      if (path === null) return whole;
      const media = readAttribute(attributes, "media");
      return `<style${media === null ? "" : ` media="${media.replaceAll('"', "&quot;")}"`}>${hideEnd(files[path] ?? "", "style")}</style>`;
    })
    .replace(/<img\b([^>]*)>/gi, (whole, attributes: string) => {
      const path = findPath(attributes, "src", files);
      const type = path === null ? undefined : PICTURES[path.slice(path.lastIndexOf(".") + 1)];
      return path === null || type === undefined ? whole : `<img${dropAttribute(attributes, "src")} src="data:${type},${encodeURIComponent(files[path] ?? "")}">`;
    });
  const end = whole.search(/<\/body\s*>(?![\s\S]*<\/body\s*>)/i);
  return end < 0 ? whole + deferred.join("") : whole.slice(0, end) + deferred.join("") + whole.slice(end);
}

/** Reads a message of the frame; null when it is none. */
export function readPreviewNote(data: unknown): PreviewNote | null {
  if (typeof data !== "object" || data === null) return null;
  const { kind, message, path, line } = data as Record<string, unknown>;
  if ((kind !== "error" && kind !== "log") || typeof message !== "string") return null;
  return {
    kind,
    message: message.slice(0, LONGEST_MESSAGE),
    path: typeof path === "string" && path !== "" ? path.slice(0, 200) : null,
    line: typeof line === "number" && Number.isSafeInteger(line) && line > 0 ? line : null,
  };
}

/** The learner's file that an attribute names, by a relative address. */
function findPath(attributes: string, name: string, files: Files): string | null {
  const path = readAttribute(attributes, name)?.trim().replace(/^(?:\.\/)+/, "").replace(/[?#].*$/, "");
  return path !== undefined && Object.hasOwn(files, path) ? path : null;
}

function attributePattern(name: string): RegExp {
  return new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'>]+))`, "i");
}
function readAttribute(attributes: string, name: string): string | null {
  const found = attributePattern(name).exec(attributes);
  return found ? (found[1] ?? found[2] ?? found[3] ?? "") : null;
}
function dropAttribute(attributes: string, name: string): string {
  return attributes.replace(attributePattern(name), "");
}

/** A classic script that waits for the page; one within the page does not, whatever it says. */
function isDeferred(attributes: string): boolean {
  return !/(?:^|\s)type\s*=\s*["']?module\b/i.test(attributes) && /(?:^|\s)(?:defer|async)(?=[\s=]|$)/i.test(attributes);
}

/** What would end the element early. In scripts `<\/` is the same inside strings, in style sheets it is an escape. */
function hideEnd(text: string, element: "script" | "style"): string {
  const closed = text.replace(new RegExp(`</(?=${element})`, "gi"), "<\\/");
  return element === "script" ? closed.replace(/<!--/g, "<\\!--") : closed;
}
