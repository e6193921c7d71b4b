import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const PROJECT = fileURLToPath(new URL("../../", import.meta.url));

/** Attributes and properties of components that people read or hear. */
const SPOKEN_ATTRIBUTES = new Set(["aria-label", "aria-description", "title", "placeholder", "alt", "label", "help", "caption", "button", "legend"]);

/** Names that are the same in every language. */
const NAMES = new Set(["Rung", "Ctrl", "Ctrl ↵", "Ctrl Enter", "Enter", "Esc", "ms", "min", "h", "U+…", "https://", "JavaScript", "TypeScript", "Python", "SQL", "HTML", "Bash", "x", "parcel.js", "prices.js", "12.5 kg", "12 kg", "tests/more.test.js", "wrong/", "alt-", "MB", "UTC"]);

/** Elements whose words are code or keys. */
const CODE_ELEMENTS = new Set(["code", "kbd", "pre"]);

/** Texts for people that stand in a file's markup: `line: text`. */
function listTexts(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const say = (node: ts.Node, text: string) => {
    const words = text.replace(/\s+/g, " ").trim();
    if (/\p{L}{2}/u.test(words) && !NAMES.has(words)) found.push(`${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}: ${words}`);
  };
  /** Literals that an expression can come to: through choices, not through calls. */
  const sayLiterals = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) return say(node, node.text);
    if (ts.isTemplateExpression(node)) return say(node, [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(" "));
    if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse].forEach(sayLiterals);
    if (ts.isParenthesizedExpression(node)) return sayLiterals(node.expression);
    if (ts.isBinaryExpression(node)) {
      if (node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) return sayLiterals(node.right);
      if ([ts.SyntaxKind.BarBarToken, ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.PlusToken].includes(node.operatorToken.kind)) [node.left, node.right].forEach(sayLiterals);
    }
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxElement(node) && CODE_ELEMENTS.has(node.openingElement.tagName.getText(tree))) return;
    if (ts.isJsxText(node)) say(node, node.text);
    if (ts.isJsxExpression(node) && node.expression && (ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent))) sayLiterals(node.expression);
    if (ts.isJsxAttribute(node) && node.initializer && SPOKEN_ATTRIBUTES.has(node.name.getText(tree))) {
      if (ts.isStringLiteral(node.initializer)) say(node, node.initializer.text);
      else if (ts.isJsxExpression(node.initializer) && node.initializer.expression) sayLiterals(node.initializer.expression);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** The texts in a file's markup, and a page's title that is the same in every language. */
function listAll(file: string): string[] {
  const source = readFileSync(`${PROJECT}${file}`, "utf8");
  const titles = /\btitle: ["`]([A-Z][a-z]+(?: [a-z]+)*) · Rung/.exec(source);
  return [...listTexts(file, source), ...(titles ? [`title: ${titles[1]}`] : [])];
}

const files = globSync("app/**/*.tsx", { cwd: PROJECT }).sort();

/**
 * Code whose sentences no page shows in its own words: for whoever runs the site or reads its log, the findings of the
 * check (pages show them as the command line does), what is told anew by `retell`, a signed document, and what
 * the people of the demo wrote.
 */
const OTHER_READERS = /^app\/(?:catalog\/|settings\.server\.ts$|web\/metrics\.server\.ts$|web\/require-metrics-reader\.server\.ts$|features\/submissions\/(?:grading-rules|redact-result)\.ts$|features\/certificates\/credential\.ts$|features\/demo\/)/;
const LOG = /(?:^|\.)(?:debug|info|warn|error)$/;

/** Sentences that stand in a file's code: `line: text`. Not those of errors, logs and descriptions of fields. */
function listSentences(file: string, source: string): string[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isNewExpression(node) && node.expression.getText(tree).endsWith("Error")) return;
    if (ts.isCallExpression(node)) {
      const called = node.expression.getText(tree);
      if (called === "defineMessages" || LOG.test(called)) return;
      if (called.endsWith(".describe")) return visit(node.expression);
    }
    if (ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) {
      const text = ts.isStringLiteralLike(node) ? node.text : [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join("x");
      if (/^[^\n]*\p{L}{2} [^\n]*\p{L}{2}[^\n]*[.?!…]$/u.test(text)) found.push(`${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}: ${text}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

describe("texts of pages", () => {
  it("are found wherever they stand", () => {
    expect(listTexts("x.tsx", `const a = <p title="Two words">{isIt ? "One" : \`n \${x} of\`} <b>bold</b><kbd>Ctrl A</kbd>{t("key")}<i className="quiet" /></p>;`)).toEqual(["1: Two words", "1: One", "1: n of", "1: bold"]);
  });

  it("are found in code too", () => {
    expect(listSentences("x.ts", `const a = { message: "Too large." }; f(\`There are \${n} of them.\`); throw new Error("Not for people."); z.string().describe("A field."); log.warn("Gone."); defineMessages({ en: { a: "In a catalog." } });`)).toEqual(["1: Too large.", "1: There are x of them."]);
  });

  it("stand in message catalogs wherever code answers somebody", () => {
    const code = globSync("app/**/*.{ts,tsx}", { cwd: PROJECT }).sort().filter((file) => !OTHER_READERS.test(file));
    expect(code.flatMap((file) => listSentences(file, readFileSync(`${PROJECT}${file}`, "utf8")).map((text) => `${file}:${text}`))).toEqual([]);
  });

  it("stand in message catalogs, so that every language has them", () => {
    const found = files.flatMap((file) => listAll(file).map((text) => `${file}:${text}`));
    expect(found).toEqual([]);
  });
});
