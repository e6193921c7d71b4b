/** Programs that want to bring a grader down, for the labs of the self-test. None of them may pass, and none may be our crash. */
import type { Language } from "../../sandbox/contract.ts";

export interface Attack {
  language: Language;
  name: string;
  text: string;
}

const SCRIPTS: readonly (readonly [name: string, body: string])[] = [
  ["endless loop", "for (;;);"],
  ["uninterruptible built-in", "return new Array(1e9).fill(0).length;"],
  ["heap", "const all = []; for (;;) all.push(new Array(1000).fill(all.length));"],
  ["buffers", "const all = []; for (;;) all.push(new Uint8Array(4 * 1024 * 1024).fill(1));"],
  ["strings", "const kept = []; for (let text = 'abcdefgh'; ; ) { text += text; kept.push(text.split('').join('')); if (text.length > 1e6) text = 'x' + kept.length; }"],
  ["deep recursion", "const again = () => again() + 1; return again();"],
  ["regular expression", "return /^(a+)+$/.test('a'.repeat(40) + 'b');"],
  ["microtasks", "const again = () => Promise.resolve().then(again); again(); return new Promise(() => {});"],
  ["never settles", "return new Promise(() => {});"],
  ["slow timer", "return new Promise((resolve) => setTimeout(resolve, 600_000));"],
  ["timers without number", "const more = () => { for (let i = 0; i < 500; i += 1) setTimeout(more, 0); }; more(); return new Promise((resolve) => setTimeout(resolve, 600_000));"],
  ["output flood", "for (;;) console.log('all work and no play');"],
  ["one huge line", "console.log('x'.repeat(100_000_000)); return 0;"],
  ["huge result", "const row = Object.fromEntries(Array.from({ length: 1000 }, (_, i) => ['key' + i, 'x'.repeat(100)])); return Array.from({ length: 1000 }, () => ({ ...row }));"],
  ["huge error", "throw new Error('y'.repeat(50_000_000));"],
  ["big integer", "let n = 3n; for (let i = 0; i < 40; i += 1) n = n ** 3n; return n;"],
];

const PYTHON: readonly (readonly [name: string, body: string])[] = [
  ["endless loop", "while True: pass"],
  ["uninterruptible built-in", "return 10 ** 10 ** 9"],
  ["heap", "all = []\n    while True: all.append([0] * 1000)"],
  ["deep recursion", "return half(number) + 1"],
  ["output flood", "while True: print('all work and no play')"],
  ["swallows everything", "while True:\n        try:\n            while True: pass\n        except BaseException: pass"],
];

const SQL: readonly (readonly [name: string, text: string])[] = [
  ["endless recursion", "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT max(x) FROM c;"],
  ["huge value", "SELECT hex(zeroblob(400000000));"],
  ["many rows", "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 3000000) SELECT 'row' || x FROM c;"],
  ["cross join", "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c LIMIT 5000) SELECT count(*) FROM c a, c b, c d;"],
];

const BASH: readonly (readonly [name: string, text: string])[] = [
  ["endless loop", "while true; do :; done"],
  ["fork bomb", "f() { f | f & }; f"],
  ["output flood", "while true; do echo all work and no play; done"],
  ["strings", "x=abcdefgh; while true; do x=$x$x; done"],
  ["deep recursion", "f() { f; }; f"],
];

const WEB: readonly (readonly [name: string, script: string])[] = [
  ["endless loop", "for (;;);"],
  ["endless page", "for (;;) document.body.append(document.createElement('p'));"],
  ["heap", "const all = []; for (;;) all.push(new Array(1000).fill(all.length));"],
  ["output flood", "for (;;) console.log('all work and no play');"],
];

export const BARRAGE: readonly Attack[] = [
  ...SCRIPTS.map(([name, body]): Attack => ({ language: "javascript", name, text: `export function half(number) { ${body} }\n` })),
  ...SCRIPTS.slice(0, 3).map(([name, body]): Attack => ({ language: "typescript", name, text: `export function half(number: number): unknown { ${body} }\n` })),
  ...PYTHON.map(([name, body]): Attack => ({ language: "python", name, text: `def half(number):\n    ${body}\n` })),
  ...SQL.map(([name, text]): Attack => ({ language: "sql", name, text })),
  ...BASH.map(([name, text]): Attack => ({ language: "bash", name, text })),
  ...WEB.map(([name, script]): Attack => ({ language: "web", name, text: `<!doctype html>\n<title>Half</title>\n<p>8</p>\n<script>${script}</script>\n` })),
];
