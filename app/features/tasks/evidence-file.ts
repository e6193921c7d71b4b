/** Which files a learner may hand in as evidence, and what they are given back as. Pure. Names and bytes are a stranger's. */

const MIB = 1024 * 1024;
export const EVIDENCE_LIMITS = {
  fileBytes: 5 * MIB,
  /** For one task. */
  files: 5,
  /** Of one person, in all courses together. */
  totalBytes: 60 * MIB,
  nameCharacters: 120,
} as const;

interface FileType {
  contentType: string;
  /** What such a file begins with, in Latin-1; null: it is text. */
  begins: readonly string[] | null;
}

const ZIP = ["PK\x03\x04"];
const office = (kind: string): FileType => ({ contentType: `application/vnd.openxmlformats-officedocument.${kind}`, begins: ZIP });
const openDocument = (kind: string): FileType => ({ contentType: `application/vnd.oasis.opendocument.${kind}`, begins: ZIP });
const TEXT: FileType = { contentType: "text/plain; charset=utf-8", begins: null };

/** By the end of the name. Nothing that a browser runs, and nothing is shown in a page: all of it is given back to be saved. */
export const EVIDENCE_TYPES: Readonly<Record<string, FileType>> = {
  png: { contentType: "image/png", begins: ["\x89PNG\r\n\x1a\n"] },
  jpg: { contentType: "image/jpeg", begins: ["\xff\xd8\xff"] },
  jpeg: { contentType: "image/jpeg", begins: ["\xff\xd8\xff"] },
  gif: { contentType: "image/gif", begins: ["GIF87a", "GIF89a"] },
  webp: { contentType: "image/webp", begins: ["RIFF"] },
  pdf: { contentType: "application/pdf", begins: ["%PDF-"] },
  zip: { contentType: "application/zip", begins: ZIP },
  docx: office("wordprocessingml.document"),
  xlsx: office("spreadsheetml.sheet"),
  pptx: office("presentationml.presentation"),
  odt: openDocument("text"),
  ods: openDocument("spreadsheet"),
  odp: openDocument("presentation"),
  txt: TEXT,
  md: TEXT,
  csv: TEXT,
  log: TEXT,
};

export type EvidenceProblem = "empty" | "too-large" | "type" | "mismatch";
export type EvidenceCheck = { ok: true; name: string; contentType: string } | { ok: false; problem: EvidenceProblem };

/** Whether a file is taken: by the end of its name, its size, and whether its first bytes are those of its type. */
export function checkEvidenceFile({ name: sent, bytes }: { name: string; bytes: Uint8Array }): EvidenceCheck {
  if (bytes.length === 0) return { ok: false, problem: "empty" };
  if (bytes.length > EVIDENCE_LIMITS.fileBytes) return { ok: false, problem: "too-large" };
  const name = cleanFileName(sent);
  const end = /\.([a-z0-9]{2,4})$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  const type = Object.hasOwn(EVIDENCE_TYPES, end) ? EVIDENCE_TYPES[end] : undefined;
  if (!type) return { ok: false, problem: "type" };
  if (!(type.begins === null ? isText(bytes) : type.begins.some((begin) => beginsWith(bytes, begin)))) return { ok: false, problem: "mismatch" };
  return { ok: true, name, contentType: type.contentType };
}

/** The last part of a path of any system, without what could turn or hide text, short enough, with the end that it had. */
export function cleanFileName(sent: string): string {
  const last = sent.split(/[\\/]/).at(-1) ?? "";
  const visible = last.normalize("NFC").replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\u{FFFD}"<>:|?*]/gu, "").replace(/\s+/g, " ").replace(/^[\s.-]+|[\s.]+$/g, "");
  if (visible === "") return "file";
  const characters = [...visible];
  if (characters.length <= EVIDENCE_LIMITS.nameCharacters) return visible;
  const end = /\.[A-Za-z0-9]{1,8}$/.exec(visible)?.[0] ?? "";
  return characters.slice(0, EVIDENCE_LIMITS.nameCharacters - end.length).join("") + end;
}

/** A header that makes every browser save the file under its name (RFC 6266). */
export function buildAttachmentHeader(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, "_");
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

function beginsWith(bytes: Uint8Array, begin: string): boolean {
  return [...begin].every((char, index) => bytes[index] === char.charCodeAt(0));
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.includes(0)) return false;
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
