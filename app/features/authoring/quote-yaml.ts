import { stringify } from "yaml";

/** Text as a value of front matter on one line: bare where YAML takes it for text, else in double quotes. Pure. */
export function quoteYaml(text: string): string {
  const isBare = /^[\p{L}\p{N}][^:#"\\\p{Cc}]*$/u.test(text) && stringify(text, { lineWidth: 0 }).trim() === text;
  return isBare ? text : JSON.stringify(text);
}
