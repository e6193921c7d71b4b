/** Reads bats files: `@test "name" {` becomes a function. Lines keep their numbers. Pure. */
export interface BatsTest {
  name: string;
  /** The function that it became. */
  call: string;
  line: number;
}

const TEST = /^([ \t]*)@test[ \t]+(.+?)[ \t]*\{[ \t]*(#.*)?$/;

export function parseBats(text: string): { script: string; tests: BatsTest[] } {
  const tests: BatsTest[] = [];
  const lines = text.replace(/\r\n/g, "\n").split("\n").map((line, index) => {
    const found = TEST.exec(line);
    if (found === null) return line;
    const call = `bats_test_${tests.length + 1}`;
    tests.push({ name: unquote(found[2] as string), call, line: index + 1 });
    return `${found[1] ?? ""}${call}() {`;
  });
  return { script: lines.join("\n"), tests };
}

function unquote(text: string): string {
  const quoted = /^(["'])(.*)\1$/s.exec(text);
  if (quoted === null) return text;
  return quoted[1] === '"' ? (quoted[2] as string).replace(/\\(["\\$`])/g, "$1") : (quoted[2] as string);
}

/** Libraries whose words are always there. */
export const isKnownLibrary = (name: string): boolean => /(?:^|\/)(?:bats-(?:support|assert|file|extra)|bats-(?:support|assert|file|extra)\/load(?:\.bash)?|bats-extra\.bash)$/.test(name.replace(/\/load(?:\.bash)?$/, ""));
