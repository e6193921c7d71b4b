/** Shell patterns and regular expressions of `=~`, as JavaScript's. Pure. */

const CLASSES: Readonly<Record<string, string>> = {
  alpha: "\\p{L}", digit: "0-9", alnum: "\\p{L}\\p{Nd}", upper: "\\p{Lu}", lower: "\\p{Ll}", space: "\\s", blank: " \\t", punct: "!-\\/:-@\\[-`\\{-~", print: " -~\\u00a0-\\u{10ffff}",
  graph: "!-~\\u00a1-\\u{10ffff}", cntrl: "\\u0000-\\u001f\\u007f", xdigit: "0-9A-Fa-f", word: "\\p{L}\\p{Nd}_",
};
const SPECIAL = /[\\^$.*+?()[\]{}|/]/;
const escape = (character: string): string => (SPECIAL.test(character) ? `\\${character}` : character);

/** `[…]` beginning at `from`: the class for a JavaScript expression and where it ends; null when it never closes. */
function readBracket(text: string, from: number, backslash: boolean): { source: string; end: number } | null {
  let at = from + 1;
  let negated = false;
  if (text.charAt(at) === "!" || text.charAt(at) === "^") {
    negated = true;
    at += 1;
  }
  let source = "";
  let first = true;
  for (; ; first = false) {
    const character = text.charAt(at);
    if (character === "") return null;
    if (character === "]" && !first) break;
    const special = /^\[([:.=])(.+?)\1\]/.exec(text.slice(at, at + 20));
    if (special !== null) {
      const [whole, kind, name] = special as unknown as [string, string, string];
      source += kind === ":" ? CLASSES[name] ?? "" : escapeInClass(name);
      at += whole.length;
      continue;
    }
    if (character === "\\" && backslash) {
      at += 1;
      source += escapeInClass(readCharacter(text, at));
      at += readCharacter(text, at).length;
      continue;
    }
    const one = readCharacter(text, at);
    at += one.length;
    source += one === "-" && (first || text.charAt(at) === "]" || text.charAt(at) === "") ? "\\-" : one === "-" ? "-" : escapeInClass(one);
  }
  if (source === "") return { source: negated ? "[\\s\\S]" : "[]", end: at + 1 };
  // A range the wrong way round fits nothing; JavaScript would throw.
  return { source: `[${negated ? "^" : ""}${fixRanges(source)}]`, end: at + 1 };
}
function escapeInClass(character: string): string {
  return /[\\\]^[\-/(){}|&~!#$%*+,.:;<=>?@`]/.test(character) && character.length === 1 ? `\\u{${character.charCodeAt(0).toString(16)}}` : character;
}
function fixRanges(source: string): string {
  return source.replace(/(\\u\{[0-9a-f]+\}|\\.|[^\\])-(\\u\{[0-9a-f]+\}|[^\\\]])/gu, (whole, low: string, high: string) => {
    const code = (text: string): number => (text.startsWith("\\u{") ? parseInt(text.slice(3), 16) : (text.replace("\\", "").codePointAt(0) as number));
    return code(low) <= code(high) ? whole : "";
  });
}
function readCharacter(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? "" : String.fromCodePoint(code);
}

export interface PatternOptions {
  extended: boolean;
  /** `*` and `?` stop at slashes, and a leading dot must be written. */
  path?: boolean;
  lazy?: boolean;
}

/** A pattern, quoted characters of which stand behind a backslash, as the source of a JavaScript expression. */
export function patternSource(pattern: string, options: PatternOptions): string {
  let out = "";
  const any = options.path === true ? "[^/]" : "[\\s\\S]";
  const many = options.lazy === true ? "*?" : "*";
  for (let at = 0; at < pattern.length;) {
    const character = readCharacter(pattern, at);
    if (options.extended && "?*+@!".includes(character) && pattern.charAt(at + character.length) === "(") {
      const group = readGroup(pattern, at + 1);
      if (group !== null) {
        const inner = group.alternatives.map((one) => patternSource(one, options)).join("|");
        if (character === "!") {
          // All that is no match of the inside, up to what follows.
          const rest = patternSource(pattern.slice(group.end), options);
          return `${out}(?!(?:${inner})${rest}$)${any}*?${rest}`;
        }
        out += `(?:${inner})${character === "@" ? "" : character}`;
        at = group.end;
        continue;
      }
    }
    at += character.length;
    if (character === "*") {
      while (pattern.charAt(at) === "*" && !(options.extended && pattern.charAt(at + 1) === "(")) at += 1;
      out += `${any}${many}`;
    } else if (character === "?") out += any;
    else if (character === "\\") {
      const next = readCharacter(pattern, at);
      at += next.length;
      out += next === "" ? "\\\\" : escape(next);
    } else if (character === "[") {
      const bracket = readBracket(pattern, at - 1, true);
      if (bracket === null) out += "\\[";
      else {
        out += bracket.source;
        at = bracket.end;
      }
    } else out += escape(character);
  }
  return out;
}

function readGroup(pattern: string, open: number): { alternatives: string[]; end: number } | null {
  const alternatives: string[] = [];
  let depth = 0;
  let from = open + 1;
  for (let at = open; at < pattern.length; at += 1) {
    const character = pattern.charAt(at);
    if (character === "\\") at += 1;
    else if (character === "[") {
      const bracket = readBracket(pattern, at, true);
      if (bracket !== null) at = bracket.end - 1;
    } else if (character === "(") depth += 1;
    else if (character === "|" && depth === 1) {
      alternatives.push(pattern.slice(from, at));
      from = at + 1;
    } else if (character === ")") {
      depth -= 1;
      if (depth === 0) return { alternatives: [...alternatives, pattern.slice(from, at)], end: at + 1 };
    }
  }
  return null;
}

const compiled = new Map<string, RegExp>();
const MOST_COMPILED = 500;

/** An expression from its source, kept for the next time: loops use the same few. */
export function compile(source: string, flags = "su"): RegExp {
  const key = `${flags}:${source}`;
  let expression = compiled.get(key);
  if (expression === undefined) {
    expression = new RegExp(source, flags);
    if (compiled.size >= MOST_COMPILED) compiled.clear();
    compiled.set(key, expression);
  }
  expression.lastIndex = 0;
  return expression;
}

/** Whether the whole of `text` is of the pattern. */
export function fits(text: string, pattern: string, options: PatternOptions, ignoreCase = false): boolean {
  if (!/[\\*?[+@!]/.test(pattern) && !ignoreCase) return text === pattern;
  return compile(`^(?:${patternSource(pattern, options)})$`, ignoreCase ? "sui" : "su").test(text);
}

/** A quoted text as a pattern that fits only itself. */
export function quotePattern(text: string): string {
  return text.replace(/[\\*?[\]+@!(|)^-]/g, "\\$&");
}

/** A POSIX extended expression as JavaScript's. Throws `SyntaxError` when it is none. */
export function regexSource(text: string): string {
  let out = "";
  for (let at = 0; at < text.length;) {
    const character = readCharacter(text, at);
    at += character.length;
    if (character === "\\") {
      const next = readCharacter(text, at);
      at += next.length;
      // \b, \w and their like are GNU's; the rest is the character itself.
      out += /[bBwWsS]/.test(next) ? `\\${next}` : next === "<" || next === ">" ? "\\b" : escape(next === "" ? "\\" : next);
    } else if (character === "[") {
      const bracket = readBracket(text, at - 1, false);
      if (bracket === null) throw new SyntaxError("a [ is not closed");
      out += bracket.source;
      at = bracket.end;
    } else if (character === "{") {
      const bound = /^(\d*)(,?)(\d*)\}/.exec(text.slice(at));
      if (bound !== null && (bound[1] !== "" || bound[3] !== "") && out !== "") {
        out += `{${bound[1] === "" ? "0" : bound[1]}${bound[2] ?? ""}${bound[3] ?? ""}}`;
        at += bound[0].length;
      } else out += "\\{";
    } else if (character === "(" && text.charAt(at) === "?") throw new SyntaxError("(? is no expression of this shell");
    else if ((character === "*" || character === "+" || character === "?") && (out === "" || /(?:^|[^\\])[(|]$/.test(out))) out += `\\${character}`;
    else if ((character === "*" || character === "+" || character === "?") && /(?:^|[^\\])[*+?}]$/.test(out)) {
      // a** is a*, which JavaScript would read otherwise.
      out = `(?:${out})${character}`.replace(/^\(\?:([\s\S]*)\)(.)$/, "$1");
    } else out += character === "}" || character === "]" || character === "/" ? `\\${character}` : character;
  }
  return out;
}
