import { findSystemFont, loadOwnFonts, type OutlineFont } from "./outline-fonts.server.ts";

/** A line of text as shapes. Lengths are in em: times the font size gives points. */
export interface OutlineText {
  width: number;
  /** SVG paths with the y axis upwards, in units of their font, and where each begins. */
  shapes: readonly { path: string; x: number; y: number; scale: number }[];
  /** False: no font at hand has some of its letters, and they are not among the shapes. */
  isComplete: boolean;
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });

/** Lays out one line, each letter in the first font that has it: ours, else one of the system. */
export async function outlineText(text: string): Promise<OutlineText> {
  const own = await loadOwnFonts();
  const shapes: { path: string; x: number; y: number; scale: number }[] = [];
  let x = 0;
  let isComplete = true;
  for (const run of await splitByFont(text, own)) {
    if (!run.font) {
      isComplete = false;
      continue;
    }
    const scale = 1 / run.font.unitsPerEm;
    const { glyphs, positions } = run.font.layout(run.text);
    for (const [index, glyph] of glyphs.entries()) {
      const at = positions[index];
      if (!at) continue;
      const path = glyph.path.toSVG();
      if (path !== "") shapes.push({ path, x: x + at.xOffset * scale, y: at.yOffset * scale, scale });
      x += at.xAdvance * scale;
    }
  }
  return { width: x, shapes, isComplete };
}

async function splitByFont(text: string, own: readonly OutlineFont[]): Promise<{ font: OutlineFont | null; text: string }[]> {
  const runs: { font: OutlineFont | null; text: string }[] = [];
  for (const { segment } of graphemes.segment(text)) {
    const codePoints = [...segment].map((letter) => letter.codePointAt(0) ?? 0).filter((codePoint) => !isInvisible(codePoint));
    const last = runs.at(-1);
    const has = (font: OutlineFont | null | undefined) => font && codePoints.every((codePoint) => font.hasGlyphForCodePoint(codePoint));
    // A space stays in the font of the word before it, so that a script that is joined or turned stays one run.
    const font = (/^\s$/.test(segment) && has(last?.font) ? last?.font : own.find(has)) ?? (has(last?.font) ? last?.font : await findSystemFont(codePoints)) ?? null;
    if (last && last.font === font) last.text += segment;
    else runs.push({ font, text: segment });
  }
  return runs;
}

/** Joiners, marks of direction and variation: they have no shape of their own. */
function isInvisible(codePoint: number): boolean {
  return (codePoint >= 0x200b && codePoint <= 0x200f) || (codePoint >= 0x202a && codePoint <= 0x202e) || (codePoint >= 0x2066 && codePoint <= 0x2069) || (codePoint >= 0xfe00 && codePoint <= 0xfe0f);
}

/** Words in lines no wider than `maxWidth` (em); a word that is wider stays on a line of its own. */
export async function wrapText(text: string, maxWidth: number, maxLines: number): Promise<string[]> {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const last = lines.at(-1);
    if (last !== undefined && (await outlineText(`${last} ${word}`)).width <= maxWidth) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines.length <= maxLines ? lines : [...lines.slice(0, maxLines - 1), `${lines[maxLines - 1]} …`];
}
