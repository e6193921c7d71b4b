/** `printf`. */
import { formatDate } from "./dates.ts";
import { decodeUtf8, encodeUtf8, readAnsiEscapes, readEchoEscapes } from "./escapes.ts";
import { quoteBackslash } from "./quote.ts";

export interface Formatted {
  text: string;
  /** What was wrong with arguments. */
  problems: string[];
}

/** Widths count bytes, as bash 5.2 does. */
const wide = (text: string): number => encodeUtf8(text).length;
function pad(text: string, width: number, left: boolean, zero: boolean): string {
  const missing = width - wide(text);
  if (missing <= 0) return text;
  if (missing > 1_000_000) throw new RangeError("Invalid string length");
  if (left) return text + " ".repeat(missing);
  if (!zero) return " ".repeat(missing) + text;
  const sign = /^[-+ ]?(?:0[xX])?/.exec(text)?.[0] ?? "";
  return sign + "0".repeat(missing) + text.slice(sign.length);
}

function readInteger(text: string, problems: string[]): bigint {
  const trimmed = text.trim();
  if (/^['"]/.test(trimmed)) return BigInt(trimmed.codePointAt(1) ?? 0);
  if (trimmed === "") return 0n;
  const found = /^([-+]?)(0[xX][0-9a-fA-F]+|0[0-7]*|[1-9]\d*)/.exec(trimmed);
  if (found === null || found[0].length < trimmed.length) problems.push(`${text}: invalid ${/^0\d/.test(trimmed) ? "octal number" : "number"}`);
  if (found === null) return 0n;
  const digits = found[2] as string;
  const value = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits);
  return found[1] === "-" ? -value : value;
}

function readFloat(text: string, problems: string[]): number {
  const trimmed = text.trim();
  if (/^['"]/.test(trimmed)) return trimmed.codePointAt(1) ?? 0;
  if (trimmed === "") return 0;
  if (/^[-+]?inf(?:inity)?$/i.test(trimmed)) return trimmed.startsWith("-") ? -Infinity : Infinity;
  if (/^[-+]?nan$/i.test(trimmed)) return NaN;
  if (/^[-+]?0x[0-9a-f]+$/i.test(trimmed)) return trimmed.startsWith("-") ? -Number(trimmed.slice(1)) : Number(trimmed.replace("+", ""));
  const found = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/.exec(trimmed);
  if (found === null || found[0].length < trimmed.length) problems.push(`${text}: invalid number`);
  return found === null ? 0 : Number(found[0]);
}

/** A double with `digits` after the point, rounded by its exact binary value, ties to even. */
export function toFixed(value: number, digits: number): string {
  if (!Number.isFinite(value)) return Number.isNaN(value) ? "nan" : value < 0 ? "-inf" : "inf";
  const negative = value < 0 || Object.is(value, -0);
  const [numerator, denominator] = asFraction(Math.abs(value));
  const scaled = numerator * 10n ** BigInt(digits);
  let quotient = scaled / denominator;
  const twice = (scaled % denominator) * 2n;
  if (twice > denominator || (twice === denominator && (quotient & 1n) === 1n)) quotient += 1n;
  const text = quotient.toString().padStart(digits + 1, "0");
  return `${negative ? "-" : ""}${text.slice(0, text.length - digits)}${digits > 0 ? `.${text.slice(text.length - digits)}` : ""}`;
}
function asFraction(value: number): [bigint, bigint] {
  let denominator = 1n;
  let whole = value;
  while (!Number.isInteger(whole)) {
    whole *= 2;
    denominator *= 2n;
  }
  return [BigInt(whole), denominator];
}

function float(kind: string, value: number, precision: number, alternate: boolean): string {
  if (!Number.isFinite(value)) return toFixed(value, 0);
  if (kind === "f") return toFixed(value, precision);
  const exponent = (digits: number): string => value.toExponential(Math.min(100, digits)).replace(/e([-+])(\d)$/, "e$10$2");
  if (kind === "e") return exponent(precision);
  const digits = Math.max(1, precision);
  const power = value === 0 ? 0 : Number(value.toExponential(Math.min(100, digits - 1)).split("e")[1]);
  const text = power < -4 || power >= digits ? exponent(digits - 1) : toFixed(value, digits - 1 - power);
  return alternate || !text.includes(".") ? text : text.replace(/\.?0+(?=e|$)/, "");
}

/** Makes the text. The format is used again while arguments are left. `clock`: milliseconds for `%(…)T`. */
export function formatText(format: string, args: readonly string[], clock: () => number): Formatted {
  const problems: string[] = [];
  let text = "";
  let at = 0;
  for (;;) {
    const before = at;
    let stopped = false;
    const round = format.replace(/%%|%([-+ #0]*)(\*|\d+)?(?:\.(\*|-?\d*))?(?:hh|h|ll|l|L|q(?=[diouxX])|j|z|t)?(\([^)]*\)T|[A-Za-z])|%|\\(?:c|[0-7]{1,3}|x[0-9A-Fa-f]{1,2}|u[0-9A-Fa-f]{1,4}|U[0-9A-Fa-f]{1,8}|[\s\S])|[^%\\]+/g,
      (piece: string, flags: string | undefined, widthText: string | undefined, precisionText: string | undefined, kind: string | undefined) => {
        if (stopped) return "";
        if (piece === "%%") return "%";
        if (piece.startsWith("\\")) return piece === "\\c" ? ((stopped = true), "") : readAnsiEscapes(piece);
        if (kind === undefined) {
          if (piece === "%") problems.push("`%': missing format character");
          return piece;
        }
        const take = (): string => args[at++] ?? "";
        let width = widthText === "*" ? Number(readInteger(take(), problems)) : Number(widthText ?? 0);
        const left = (flags ?? "").includes("-") || width < 0;
        width = Math.abs(width);
        const precision = precisionText === undefined ? null : precisionText === "*" ? Number(readInteger(take(), problems)) : Number(precisionText === "" ? 0 : precisionText);
        const one = formatOne(kind, flags ?? "", precision !== null && precision >= 0 ? precision : null, take, problems, clock);
        if (one.stop) stopped = true;
        const zero = (flags ?? "").includes("0") && !left && /[diouxXeEfFgG]/.test(kind) && (precision === null || /[eEfFgG]/.test(kind));
        return pad(one.text, width, left, zero);
      });
    text += round;
    if (text.length > 32_000_000) throw new RangeError("Invalid string length");
    if (stopped || at >= args.length || at === before) break;
  }
  return { text, problems };
}

function formatOne(kind: string, flags: string, precision: number | null, take: () => string, problems: string[], clock: () => number): { text: string; stop: boolean } {
  const made = (text: string): { text: string; stop: boolean } => ({ text, stop: false });
  const signed = (text: string): string => (text.startsWith("-") ? text : flags.includes("+") ? `+${text}` : flags.includes(" ") ? ` ${text}` : text);
  const digits = (text: string): string => (precision === null ? text : text.replace(/\d+|[0-9a-fA-F]+/, (run) => run.padStart(precision, "0")));
  switch (kind) {
    case "s": {
      const text = take();
      return made(precision === null ? text : decodeUtf8(encodeUtf8(text).slice(0, precision)));
    }
    case "b": return readEchoEscapes(take());
    case "q": return made(quoteBackslash(take()));
    case "c": return made([...take()][0] ?? "");
    case "d": case "i": return made(signed(digits(String(BigInt.asIntN(64, readInteger(take(), problems))))));
    case "u": return made(digits(String(BigInt.asUintN(64, readInteger(take(), problems)))));
    case "o": case "x": case "X": {
      const value = BigInt.asUintN(64, readInteger(take(), problems));
      const text = digits(value.toString(kind === "o" ? 8 : 16));
      const prefix = flags.includes("#") && value !== 0n ? (kind === "o" ? "0" : "0x") : "";
      return made(kind === "X" ? (prefix + text).toUpperCase() : prefix + text);
    }
    case "e": case "E": case "f": case "F": case "g": case "G": {
      const text = signed(float(kind.toLowerCase(), readFloat(take(), problems), precision ?? 6, flags.includes("#")));
      return made(/[EG]/.test(kind) ? text.toUpperCase() : text);
    }
    default:
      if (kind.endsWith("T")) return made(formatDate(kind.slice(1, -2) || "%H:%M:%S", readTime(take(), clock)));
      problems.push(`\`${kind}': invalid format character`);
      return { text: "", stop: true };
  }
}

/** Seconds since 1970; nothing and -1 are now. */
function readTime(seconds: string, clock: () => number): number {
  return seconds === "" || seconds === "-1" || seconds === "-2" ? clock() : Number(seconds) * 1_000;
}
