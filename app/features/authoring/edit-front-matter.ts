/** Small changes of an author's front matter that leave everything else as it was written. Pure. */
import { isScalar, isSeq, parseDocument, type Document } from "yaml";
import { quoteYaml } from "./quote-yaml.ts";

const FRONT_MATTER = /^(---[ \t]*\r?\n)([\s\S]*?)^(---[ \t]*)$/m;

/** The text with another title; null when its front matter can't be read. */
export function setTitle(source: string, title: string): string | null {
  return editFields(source, (yaml, document) => {
    const node = document.get("title", true);
    const written = quoteYaml(title);
    if (isScalar(node) && node.range) return yaml.slice(0, node.range[0]) + written + yaml.slice(node.range[1]);
    return `title: ${written}\n${yaml}`;
  });
}

/**
 * The text with other aliases: `add` are former ids that learners' progress may still stand under, `remove` is the id
 * that the activity has again. Null when its front matter can't be read.
 */
export function changeAliases(source: string, { add, remove }: { add: readonly string[]; remove: string }): string | null {
  return editFields(source, (yaml, document) => {
    const node = document.get("aliases", true);
    const before = isSeq(node) ? node.items.map((item) => String(isScalar(item) ? item.value : item)) : [];
    const after = [...new Set([...before, ...add])].filter((alias) => alias !== remove);
    if (after.length === before.length && after.every((alias, index) => alias === before[index])) return yaml;
    if (node === undefined || node === null) return `${yaml}aliases: [${after.join(", ")}]\n`;
    if (after.length === 0) document.delete("aliases");
    else document.set("aliases", document.createNode(after, { flow: true }));
    return document.toString({ lineWidth: 0, flowCollectionPadding: false });
  });
}

function editFields(source: string, edit: (yaml: string, document: Document) => string): string | null {
  const match = FRONT_MATTER.exec(source);
  if (!match || match.index !== 0) return null;
  const [whole, opening = "", yaml = "", closing = ""] = match;
  const document = parseDocument(yaml, { prettyErrors: false, schema: "core" });
  if (document.errors.length > 0) return null;
  const edited = edit(yaml === "" || yaml.endsWith("\n") ? yaml : `${yaml}\n`, document);
  return opening + edited + closing + source.slice(whole.length);
}
