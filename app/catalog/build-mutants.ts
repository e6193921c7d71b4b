/**
 * Small faults in a JavaScript or TypeScript program, one at a time: what tests should notice. Pure; the parser is
 * TypeScript's own, passed in because only authors' tools need it.
 */
import type * as TypeScript from "typescript";
import { drawEvenly } from "./mutant-parts.ts";

export interface Mutant {
  /** The changed file. */
  path: string;
  /** 1-based. */
  line: number;
  /** Such as "`<` becomes `<=`". */
  change: string;
  /** The whole changed file. */
  text: string;
}

/** More would take long and say little else: they are drawn evenly from the whole file. */
export const MUTANTS_PER_FILE = 60;

interface Edit {
  start: number;
  end: number;
  replacement: string;
  change: string;
}

export function buildMutants(ts: typeof TypeScript, path: string, text: string, most = MUTANTS_PER_FILE): Mutant[] {
  if (!/\.[cm]?[jt]sx?$/.test(path)) return [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const edits = listEdits(ts, source);
  return drawEvenly(edits, most).map((edit) => ({
    path,
    line: source.getLineAndCharacterOfPosition(edit.start).line + 1,
    change: edit.change,
    text: text.slice(0, edit.start) + edit.replacement + text.slice(edit.end),
  }));
}

/** Of each operator, what it is most easily mistaken for. */
const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  "<": ["<=", ">="],
  "<=": ["<", ">"],
  ">": [">=", "<="],
  ">=": [">", "<"],
  "===": ["!=="],
  "!==": ["==="],
  "==": ["!="],
  "!=": ["=="],
  "+": ["-"],
  "-": ["+"],
  "*": ["/"],
  "/": ["*"],
  "%": ["*"],
  "**": ["*"],
  "&&": ["||"],
  "||": ["&&"],
  "+=": ["-="],
  "-=": ["+="],
  "*=": ["/="],
  "/=": ["*="],
};

function listEdits(ts: typeof TypeScript, source: TypeScript.SourceFile): Edit[] {
  const edits: Edit[] = [];
  const add = (node: TypeScript.Node, replacement: string, change: string) => edits.push({ start: node.getStart(source), end: node.getEnd(), replacement, change });
  const show = (node: TypeScript.Node) => {
    const text = node.getText(source).replace(/\s+/g, " ");
    return `\`${text.length > 40 ? `${text.slice(0, 39)}…` : text}\``;
  };

  const visit = (node: TypeScript.Node): void => {
    if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isExportDeclaration(node)) return;
    // The wording of errors and what is printed along the way are for people; tests rightly leave them open.
    if (ts.isNewExpression(node) && node.expression.getText(source).endsWith("Error")) return;
    if (ts.isExpressionStatement(node) && node.getText(source).startsWith("console.")) return;

    if (ts.isBinaryExpression(node)) {
      const operator = node.operatorToken.getText(source);
      const joinsText = operator === "+" && [node.left, node.right].some((side) => ts.isStringLiteral(side) || ts.isTemplateExpression(side));
      for (const other of joinsText ? [] : (OPERATORS[operator] ?? [])) add(node.operatorToken, other, `\`${operator}\` becomes \`${other}\``);
    } else if (ts.isPrefixUnaryExpression(node)) {
      if (node.operator === ts.SyntaxKind.ExclamationToken) add(node, node.operand.getText(source), `${show(node)} loses its \`!\``);
      else if (node.operator === ts.SyntaxKind.MinusToken) add(node, node.operand.getText(source), `${show(node)} loses its \`-\``);
    } else if (ts.isNumericLiteral(node) && !isName(ts, node)) {
      const value = Number(node.text);
      add(node, String(value + 1), `${show(node)} becomes \`${value + 1}\``);
    } else if (ts.isStringLiteral(node) && !isName(ts, node)) {
      const other = node.text === "" ? '"mutated"' : '""';
      add(node, other, `${show(node)} becomes \`${other}\``);
    } else if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, "false", "`true` becomes `false`");
    else if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, "true", "`false` becomes `true`");
    else if (ts.isIfStatement(node)) {
      add(node.expression, "false", `the condition ${show(node.expression)} becomes \`false\``);
      add(node.expression, "true", `the condition ${show(node.expression)} becomes \`true\``);
    } else if (ts.isConditionalExpression(node)) {
      add(node.condition, "false", `the condition ${show(node.condition)} becomes \`false\``);
      add(node.condition, "true", `the condition ${show(node.condition)} becomes \`true\``);
    } else if (ts.isReturnStatement(node) && node.expression) add(node, "return;", `${show(node)} returns nothing`);
    else if (ts.isExpressionStatement(node) && !ts.isStringLiteral(node.expression)) add(node, ";", `${show(node)} is removed`);
    else if (ts.isBreakStatement(node) || ts.isContinueStatement(node)) add(node, ";", `${show(node)} is removed`);

    ts.forEachChild(node, visit);
  };
  visit(source);
  return edits;
}

/** A literal that names something, such as a property: changing it would not compile or would change two places. */
function isName(ts: typeof TypeScript, node: TypeScript.Node): boolean {
  const { parent } = node;
  return (
    ((ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent) || ts.isMethodDeclaration(parent) || ts.isEnumMember(parent)) && parent.name === node) ||
    ts.isComputedPropertyName(parent) ||
    ts.isExpressionStatement(parent) ||
    ts.isExternalModuleReference(parent)
  );
}
