/** Brace expansion: `a{b,c}{1..3}` is several words before anything else is expanded. Pure. */
import type { Part, Word } from "./ast.ts";

/** A word as a row of characters that may mean something and parts that may not. */
type Piece = string | Part;
const MOST = 100_000;

/** The words, or null when the braces of this one make none. */
export function expandBraces(word: Word): Word[] | null {
  const pieces = word.parts.flatMap((part): Piece[] => (part.type === "text" && !part.quoted ? [...part.text] : [part]));
  const words = expand(pieces);
  return words.length === 1 && words[0] === pieces ? null : words.map(joinPieces);
}

function joinPieces(pieces: readonly Piece[]): Word {
  const parts: Part[] = [];
  let plain = "";
  for (const piece of pieces) {
    if (typeof piece === "string") plain += piece;
    else {
      if (plain !== "") parts.push({ type: "text", text: plain, quoted: false });
      plain = "";
      parts.push(piece);
    }
  }
  if (plain !== "" || parts.length === 0) parts.push({ type: "text", text: plain, quoted: false });
  return { parts };
}

function expand(pieces: readonly Piece[]): (readonly Piece[])[] {
  for (let open = pieces.indexOf("{"); open >= 0; open = pieces.indexOf("{", open + 1)) {
    const found = readBraces(pieces, open);
    if (found === null) continue;
    const before = pieces.slice(0, open);
    const rests = expand(pieces.slice(found.end + 1));
    const out: Piece[][] = [];
    for (const item of found.items) {
      for (const middle of found.nested ? expand(item) : [item]) {
        for (const rest of rests) {
          if (out.length >= MOST) throw new RangeError("too many words from braces");
          out.push([...before, ...middle, ...rest]);
        }
      }
    }
    return out;
  }
  return [pieces];
}

function readBraces(pieces: readonly Piece[], open: number): { items: (readonly Piece[])[]; end: number; nested: boolean } | null {
  let depth = 0;
  let from = open + 1;
  const items: (readonly Piece[])[] = [];
  for (let i = open; i < pieces.length; i += 1) {
    const piece = pieces[i];
    if (piece === "{") depth += 1;
    else if (piece === "," && depth === 1) {
      items.push(pieces.slice(from, i));
      from = i + 1;
    } else if (piece === "}") {
      depth -= 1;
      if (depth > 0) continue;
      const last = pieces.slice(from, i);
      if (items.length > 0) return { items: [...items, last], end: i, nested: true };
      const range = last.every((one) => typeof one === "string") ? readRange(last.join("")) : null;
      return range === null ? null : { items: range.map((text) => [...text]), end: i, nested: false };
    }
  }
  return null;
}

function readRange(text: string): string[] | null {
  const numbers = /^(-?\d+)\.\.(-?\d+)(?:\.\.(-?\d+))?$/.exec(text);
  const letters = numbers === null ? /^([A-Za-z])\.\.([A-Za-z])(?:\.\.(-?\d+))?$/.exec(text) : null;
  const found = numbers ?? letters;
  if (found === null) return null;
  const [, first = "", last = "", by] = found;
  const from = numbers === null ? first.charCodeAt(0) : Number(first);
  const to = numbers === null ? last.charCodeAt(0) : Number(last);
  const step = Math.max(1, Math.abs(Number(by ?? 1))) * (from <= to ? 1 : -1);
  if (Math.abs((to - from) / step) > MOST) throw new RangeError("too many words from braces");
  const width = numbers !== null && /^-?0\d/.test(first) || numbers !== null && /^-?0\d/.test(last) ? Math.max(first.length, last.length) : 0;
  const out: string[] = [];
  for (let i = from; step > 0 ? i <= to : i >= to; i += step) {
    if (numbers === null) out.push(String.fromCharCode(i));
    else out.push(i < 0 ? `-${String(-i).padStart(width - 1, "0")}` : String(i).padStart(width, "0"));
  }
  return out;
}
