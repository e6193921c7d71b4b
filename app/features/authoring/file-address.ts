/** Addresses of the pages for authors. Pure. */

/** The editor at a file, and at a line of it. */
export function buildEditorAddress(courseId: string, path: string, line: number | null = null): string {
  return `/teach/${courseId}/edit?path=${encodeURIComponent(path)}${line === null ? "" : `&line=${line}`}`;
}

/** A picture or data of the draft; `path` from the course folder. */
export function buildDraftAssetAddress(courseId: string, path: string): string {
  return `/teach/${courseId}/assets/${path.split("/").map(encodeURIComponent).join("/")}`;
}

/** `1 file`, `2 files`. */
export function countWords(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** `812 bytes`, `14 KiB`, `2.3 MiB`. */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return countWords(bytes, "byte");
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KiB`;
  return `${Math.round((bytes / 1024 / 1024) * 10) / 10} MiB`;
}
