import type { Files } from "../../catalog/catalog.ts";
import { highlightCode } from "../../catalog/highlight-code.server.ts";
import type { FileView } from "./review-view.ts";
import { hasInvisible } from "./show-invisible.ts";

/** Handed-in files line by line, in the order of their tabs. */
export async function viewFiles(files: Files): Promise<FileView[]> {
  const views: FileView[] = [];
  for (const [path, text] of Object.entries(files)) {
    const { lines, linesLeftOut } = await highlightCode(text, path);
    views.push({ path, lines: lines.map(({ html }) => ({ html })), linesLeftOut, hasInvisible: hasInvisible(text) });
  }
  return views;
}
