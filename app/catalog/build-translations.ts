/** Translations of a text: `x.es.md` beside `x.md`. Pure. What is wrong with one never keeps learners from the source. */
import type { Translation } from "./catalog.ts";
import { checkFields } from "./check-fields.ts";
import { buildRemark, type Finding } from "./findings.ts";
import { parseFrontMatterFile } from "./front-matter.ts";
import { translationSchema } from "./schema.ts";
import type { SourceFile } from "./source-folder.ts";

/** How many digits of the source's hash a translation notes: enough that two versions of one text differ. */
const DIGITS = 12;

const TRANSLATION = /^(.+)\.([a-z]{2,3}(?:-[A-Z]{2})?)\.md$/;

/** The file that is translated and the language, by a file's name; null for what is no translation. */
export function parseTranslationName(name: string): { of: string; language: string } | null {
  const [, stem, language] = TRANSLATION.exec(name) ?? [];
  return stem === undefined || language === undefined ? null : { of: `${stem}.md`, language };
}

/** What a translation writes as `of:` while it is up to date with its source. The letter keeps YAML from reading digits as a number. */
export function buildSourceMark(source: Pick<SourceFile, "hash">): string {
  return `v${source.hash.slice(0, DIGITS)}`;
}

/** @param beside the files of the folder in which `source` stands */
export function buildTranslations(source: SourceFile, beside: readonly SourceFile[]): { translations: Translation[]; findings: Finding[] } {
  const findings: Finding[] = [];
  const translations = beside.flatMap((file) => {
    const name = parseTranslationName(file.name);
    if (name?.of !== source.name) return [];
    const written = parseFrontMatterFile(file.text ?? "");
    findings.push(...written.faults.map((fault) => buildRemark({ file: file.path, ...fault })));
    if (written.data === null) return [];
    const { value: fields, findings: faults } = checkFields(translationSchema, file.path, written, written.data);
    findings.push(...faults.map((fault) => ({ ...fault, breaks: false })));
    if (fields === null) return [];
    const mark = buildSourceMark(source);
    const isStale = fields.of !== mark;
    if (isStale) {
      findings.push(
        buildRemark({
          file: file.path,
          line: written.lineOf(["of"]),
          field: "of",
          message: fields.of === undefined ? `It does not say which \`${source.name}\` it translates, so readers are told that it may be older.` : `\`${source.name}\` has changed since it was translated, and readers are told so.`,
          fix: `Bring the translation up to date, and write \`of: ${mark}\`.`,
        }),
      );
    }
    const { title, summary, outcomes, audience } = fields;
    return [{ language: name.language, title, summary, outcomes, audience, text: written.body, file: file.path, isStale }];
  });
  return { translations, findings };
}
