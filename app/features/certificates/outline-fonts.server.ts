/**
 * Fonts as outlines of their letters. Our font comes as two WOFF2 subsets; the PDF library can't embed those (it breaks on
 * composed letters like ø) and draws their outlines well, so text becomes shapes and its words stand in the PDF's structure.
 */
import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import PDFDocument from "pdfkit";

/** What is used of the PDF library's own font objects. */
export interface OutlineFont {
  unitsPerEm: number;
  hasGlyphForCodePoint(codePoint: number): boolean;
  layout(text: string): { glyphs: readonly { path: { toSVG(): string } }[]; positions: readonly { xAdvance: number; xOffset: number; yOffset: number }[] };
}

const FILES = ["latin", "latin-ext"].map((part) => `@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-${part}-wght-normal.woff2`);
/** Where systems keep fonts. What is not there is passed over. */
const SYSTEM_FOLDERS = ["/usr/share/fonts", "/usr/local/share/fonts", "/System/Library/Fonts", "/Library/Fonts", "C:\\Windows\\Fonts"];
/** Fonts of many scripts first; of each the upright, regular one. */
const PREFERRED = [/noto.?sans.*regular/i, /dejavusans\.ttf$/i, /arial.?unicode/i, /^arial\.ttf$/i, /noto.*regular/i, /regular/i];
const MOST_SYSTEM_FONTS = 80;

let ours: Promise<OutlineFont[]> | null = null;
let systemFiles: Promise<string[]> | null = null;
const opened = new Map<string, OutlineFont | null>();

/** Our own font, in its parts. Read once. */
export function loadOwnFonts(): Promise<OutlineFont[]> {
  const resolve = createRequire(import.meta.url).resolve;
  return (ours ??= Promise.all(
    FILES.map(async (file) => {
      const font = openFont(await readFile(resolve(file)), file);
      if (!font) throw new Error(`The font ${file} could not be read.`);
      return font;
    }),
  ));
}

/** A font of the system that has a letter that ours lacks; null when there is none among the likely ones. */
export async function findSystemFont(codePoints: readonly number[]): Promise<OutlineFont | null> {
  for (const file of await (systemFiles ??= listSystemFonts())) {
    if (!opened.has(file)) opened.set(file, openFont(await readFile(file).catch(() => Buffer.alloc(0)), file));
    const font = opened.get(file);
    if (font && codePoints.every((codePoint) => font.hasGlyphForCodePoint(codePoint))) return font;
  }
  return null;
}

async function listSystemFonts(): Promise<string[]> {
  const files: string[] = [];
  for (const folder of SYSTEM_FOLDERS) {
    const entries = await readdir(folder, { recursive: true }).catch(() => []);
    files.push(...entries.filter((name) => /\.(?:ttf|otf|ttc)$/i.test(name)).map((name) => join(folder, name)));
  }
  const rank = (file: string) => {
    const at = PREFERRED.findIndex((pattern) => pattern.test(file.split(/[\\/]/).at(-1) ?? ""));
    return at < 0 ? PREFERRED.length : at;
  };
  return files.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b)).slice(0, MOST_SYSTEM_FONTS);
}

/** Null for what is no font that can be read. */
function openFont(bytes: Buffer, file: string): OutlineFont | null {
  const document = new PDFDocument({ autoFirstPage: false });
  try {
    // A collection needs the name of one of its fonts.
    if (/\.ttc$/i.test(file)) document.font(bytes, "NotoSansCJKjp-Regular");
    else document.font(bytes);
    const embedded: unknown = Reflect.get(document, "_font");
    const font: unknown = typeof embedded === "object" && embedded !== null ? Reflect.get(embedded, "font") : null;
    return isOutlineFont(font) ? font : null;
  } catch {
    return null;
  }
}

function isOutlineFont(font: unknown): font is OutlineFont {
  return typeof font === "object" && font !== null && "unitsPerEm" in font && "layout" in font && "hasGlyphForCodePoint" in font;
}
