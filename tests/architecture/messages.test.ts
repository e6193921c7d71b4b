import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { IntlMessageFormat } from "intl-messageformat";
import { beforeAll, describe, expect, it } from "vitest";
import { LOCALES } from "../../app/i18n/locales.ts";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

type Texts = Readonly<Record<string, string>>;
interface Catalog {
  file: string;
  texts: Readonly<Record<(typeof LOCALES)[number], Texts>>;
}

const catalogs: Catalog[] = [];
beforeAll(async () => {
  const files = globSync("app/**/*.ts", { cwd: PROJECT }).filter((file) => file !== "app/i18n/messages.ts" && /defineMessages\(/.test(readFileSync(`${PROJECT}${file}`, "utf8")));
  for (const file of files.sort()) {
    const exported: Record<string, unknown> = await import(`${PROJECT}${file}`);
    for (const value of Object.values(exported)) if (typeof value === "object" && value !== null && LOCALES.every((locale) => locale in value)) catalogs.push({ file, texts: value as Catalog["texts"] });
  }
});

interface Node {
  type: number;
  value?: string;
  options?: Record<string, { value: Node[] }>;
  children?: Node[];
}
const [LITERAL, SELECT, PLURAL, POUND, TAG] = [0, 5, 6, 7, 8];

/** Names of values and tags that a text takes. */
function listNames(nodes: readonly Node[]): string[] {
  return nodes.flatMap((node) => [
    ...(node.type === LITERAL || node.type === POUND || node.value === undefined ? [] : [node.type === TAG ? `<${node.value}>` : node.value]),
    ...(node.type === SELECT || node.type === PLURAL ? Object.values(node.options ?? {}).flatMap(({ value }) => listNames(value)) : []),
    ...listNames(node.children ?? []),
  ]);
}

function readNames(text: string, locale: string): string[] {
  return [...new Set(listNames(new IntlMessageFormat(text, locale).getAst() as Node[]))].sort();
}

/** Texts that are the same in both languages and right in both. */
const SAME: ReadonlySet<string> = new Set(["Error", "Error:", "Error {status}", "Plan", "Sandbox", "Editor", "Monaco", "No", "PDF", "Rung", "Bash"]);

describe("message catalogs", () => {
  it("are found", () => expect(catalogs.length).toBeGreaterThan(10));

  it("can be read, and take the same values and tags in each language", () => {
    const wrong: string[] = [];
    for (const { file, texts } of catalogs) {
      for (const [key, text] of Object.entries(texts.en)) {
        // A plural that counts with its words in one language may leave the number out in another.
        const [wanted, given] = [readNames(text, "en"), readNames(texts.es[key] ?? "", "es")];
        if (wanted.join() !== given.join()) wrong.push(`${file} ${key}: ${wanted.join()} / ${given.join()}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("leave no English in another language", () => {
    const same: string[] = [];
    for (const { file, texts } of catalogs) {
      for (const [key, text] of Object.entries(texts.en)) {
        const words = text.replace(/\{[^{}]*\}/g, "").match(/\p{L}{3,}/gu) ?? [];
        if (words.length > 0 && text === texts.es[key] && !SAME.has(text)) same.push(`${file} ${key}: ${text}`);
      }
    }
    expect(same).toEqual([]);
  });
});
