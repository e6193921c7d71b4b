/**
 * Tidies Python and shell scripts where it can't change what they do: spaces at the ends of lines, the end of the file,
 * and in Python tabs before code. What stands in strings and here-documents is left alone, and a text whose quotes
 * don't come to an end is left as it is. Pure.
 */

interface Scan {
  /** Offsets of newlines that are part of a string or a here-document. */
  inside: Set<number>;
  /** All quotes and here-documents came to an end. */
  isWhole: boolean;
}

export function tidyText(text: string, language: "python" | "shell"): string {
  const { inside, isWhole } = language === "python" ? scanPython(text) : scanShell(text);
  if (!isWhole) return text;
  const lines: string[] = [];
  let at = 0;
  let beginsInside = false;
  const canReindent = language === "python" && hasOnlyTabs(text, inside);
  for (const line of text.split("\n")) {
    const end = at + line.length;
    const endsInside = inside.has(end);
    let tidy = endsInside ? line : stripEnd(line);
    if (canReindent && !beginsInside) tidy = tidy.replace(/^\t+/, (tabs) => "    ".repeat(tabs.length));
    lines.push(tidy);
    beginsInside = endsInside;
    at = end + 1;
  }
  const whole = lines.join("\n").replace(/\n+$/, "");
  return whole === "" ? "" : `${whole}\n`;
}

/** A backslash before the spaces means one of them, or would mean the end of the line without them. */
function stripEnd(line: string): string {
  const stripped = line.trimEnd();
  return stripped.endsWith("\\") ? line : stripped;
}

/** Every indented line of code begins with tabs and nothing else. */
function hasOnlyTabs(text: string, inside: ReadonlySet<number>): boolean {
  let at = 0;
  let beginsInside = false;
  let found = false;
  for (const line of text.split("\n")) {
    const lead = /^[ \t]*(?=\S)/.exec(line)?.[0] ?? "";
    if (!beginsInside && lead !== "") {
      if (lead.includes(" ")) return false;
      found = true;
    }
    beginsInside = inside.has(at + line.length);
    at += line.length + 1;
  }
  return found;
}

function scanPython(text: string): Scan {
  const inside = new Set<number>();
  let quote: string | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] as string;
    if (quote === null) {
      if (character === "#") {
        while (at + 1 < text.length && text[at + 1] !== "\n") at += 1;
      } else if (character === '"' || character === "'") {
        quote = text.startsWith(character.repeat(3), at) ? character.repeat(3) : character;
        at += quote.length - 1;
      }
      continue;
    }
    if (character === "\\") {
      if (text[at + 1] === "\n") inside.add(at + 1);
      at += 1;
    } else if (text.startsWith(quote, at)) {
      at += quote.length - 1;
      quote = null;
    } else if (character === "\n") {
      if (quote.length === 3) inside.add(at);
      // A string that was not closed on its line: Python says so itself.
      else return { inside, isWhole: false };
    }
  }
  return { inside, isWhole: quote === null };
}

type ShellPart = "'" | '"' | "$'" | "(" | "`";

function scanShell(text: string): Scan {
  const inside = new Set<number>();
  const open: ShellPart[] = [];
  const waiting: { word: string; stripsTabs: boolean }[] = [];
  let at = 0;
  while (at < text.length) {
    const part = open.at(-1);
    const character = text[at] as string;
    if (part === "'" || part === "$'") {
      if (part === "$'" && character === "\\") {
        if (text[at + 1] === "\n") inside.add(at + 1);
        at += 2;
        continue;
      }
      if (character === "'") open.pop();
      else if (character === "\n") inside.add(at);
      at += 1;
      continue;
    }
    if (character === "\\") {
      if (part === '"' && text[at + 1] === "\n") inside.add(at + 1);
      at += 2;
      continue;
    }
    if (part === '"') {
      if (character === '"') open.pop();
      else if (character === "`") open.push("`");
      else if (text.startsWith("$(", at)) {
        open.push("(");
        at += 1;
      } else if (character === "\n") inside.add(at);
      at += 1;
      continue;
    }
    if (character === "#" && (at === 0 || /[\s;|&()]/.test(text[at - 1] as string))) {
      while (at < text.length && text[at] !== "\n") at += 1;
      continue;
    }
    if (character === "\n" && waiting.length > 0) {
      const end = skipHereDocuments(text, at, waiting, inside);
      if (end === null) return { inside, isWhole: false };
      at = end;
      continue;
    }
    const here = character === "<" && text[at - 1] !== "<" && text.startsWith("<<", at) && text[at + 2] !== "<" ? /^<<(-?)[ \t]*(?:'([^'\n]+)'|"([^"\n]+)"|\\?([^\s;|&<>()'"\\]+))/.exec(text.slice(at, at + 300)) : null;
    if (here) {
      waiting.push({ word: here[2] ?? here[3] ?? here[4] ?? "", stripsTabs: here[1] === "-" });
      at += here[0].length;
      continue;
    }
    if (character === "'") open.push(text[at - 1] === "$" ? "$'" : "'");
    else if (character === '"') open.push('"');
    else if (character === "`" && part === "`") open.pop();
    else if (character === "`") open.push("`");
    else if (character === "(") open.push("(");
    // Without its partner it ends a pattern of `case`.
    else if (character === ")" && part === "(") open.pop();
    at += 1;
  }
  return { inside, isWhole: open.length === 0 && waiting.length === 0 };
}

/** Marks the bodies that begin after the newline at `at`; the place after the last of them, or null when one has no end. */
function skipHereDocuments(text: string, at: number, waiting: { word: string; stripsTabs: boolean }[], inside: Set<number>): number | null {
  let lineStart = at + 1;
  for (const { word, stripsTabs } of waiting.splice(0)) {
    for (;;) {
      if (lineStart > text.length) return null;
      const newline = text.indexOf("\n", lineStart);
      const lineEnd = newline < 0 ? text.length : newline;
      const line = text.slice(lineStart, lineEnd);
      if ((stripsTabs ? line.replace(/^\t+/, "") : line) === word) {
        lineStart = lineEnd + 1;
        break;
      }
      if (newline < 0) return null;
      inside.add(newline);
      lineStart = newline + 1;
    }
  }
  // The newline that ends the last delimiter is code again.
  return Math.min(text.length, lineStart - 1);
}
