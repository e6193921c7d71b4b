/** A bats file as a script with one function per test, and the vocabulary that its tests use. Pure. */
export interface BatsTest {
  name: string;
  call: string;
}

/** just-bash's own `source` can't be replaced by a function. */
const LOADING = /((?:^|[;&|{(!]|\b(?:then|do|else|run))\s*)(?:source|\.)\s+(?=[^\s])/g;

export function parseBats(text: string): { script: string; tests: BatsTest[] } {
  const tests: BatsTest[] = [];
  const lines = text.replace(/\r\n/g, "\n").split("\n").map((line) => {
    const found = /^(\s*)@test\s+(.+?)\s*\{\s*(#.*)?$/.exec(line);
    if (found === null) return line.replace(LOADING, "$1rung_load ").replace(/^\s*#!.*/, "");
    const call = `rung_test_${tests.length}`;
    tests.push({ name: unquote(found[2] as string), call });
    return `${found[1] ?? ""}${call}() {`;
  });
  return { script: lines.join("\n"), tests };
}
function unquote(text: string): string {
  const quoted = /^(["'])(.*)\1$/s.exec(text);
  return quoted === null ? text : (quoted[2] as string).replace(quoted[1] === '"' ? /\\(["\\$`])/g : /$^/g, "$1");
}

/** The functions of `vocabulary` that `script` can come to call: parsing all of them costs more than most tests. */
export function pickWords(vocabulary: string, script: string): string {
  const blocks = vocabulary.split(/\n(?=[a-z_]\w*\(\) \{)/);
  const [head = "", ...functions] = blocks;
  const named = new Map(functions.map((text) => [text.slice(0, text.indexOf("(")), text]));
  const wanted = new Set<string>();
  const look = (text: string): void => {
    for (const [name, body] of named) {
      if (wanted.has(name) || !text.includes(name)) continue;
      wanted.add(name);
      look(body);
    }
  };
  look(script);
  return [head, ...functions.filter((text) => wanted.has(text.slice(0, text.indexOf("("))))].join("\n");
}
