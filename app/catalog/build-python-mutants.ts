/** Small faults in a Python program, one at a time: what tests should notice. Pure; the parser is the one of the editors' `@lezer/python`. */
import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import { MUTANTS_PER_FILE, type Mutant } from "./build-mutants.ts";
import { describeChange, drawEvenly, lineAt } from "./mutant-parts.ts";

const OPERATORS: Readonly<Record<string, readonly string[]>> = {
  "<": ["<=", ">="], "<=": ["<", ">"], ">": [">=", "<="], ">=": [">", "<"], "==": ["!="], "!=": ["=="],
  "+": ["-"], "-": ["+"], "*": ["/"], "/": ["*"], "//": ["/"], "%": ["*"], "**": ["*"],
  "+=": ["-="], "-=": ["+="], "*=": ["/="], "/=": ["*="], "//=": ["/="], and: ["or"], or: ["and"],
};
/** What is said to people is rightly left open by tests; what is named or imported is no behaviour. */
const LEFT_ALONE: ReadonlySet<string> = new Set(["ImportStatement", "RaiseStatement", "AssertStatement", "TypeDef", "Decorator", "Comment"]);

/** None for a file that is not Python. */
export function buildPythonMutants(path: string, text: string, most = MUTANTS_PER_FILE): Mutant[] {
  if (!path.endsWith(".py")) return [];
  const mutants: Mutant[] = [];
  const become = (node: { from: number; to: number }, replacement: string): void => {
    mutants.push({ path, line: lineAt(text, node.from), change: describeChange(text.slice(node.from, node.to), replacement), text: text.slice(0, node.from) + replacement + text.slice(node.to) });
  };
  parser.parse(text).iterate({
    enter(reference) {
      const { name, node } = reference;
      if (LEFT_ALONE.has(name) || isDocstring(node)) return false;
      const code = text.slice(node.from, node.to);
      if (name === "ArithOp" || name === "CompareOp" || name === "UpdateOp" || name === "and" || name === "or") {
        for (const other of OPERATORS[code] ?? []) become(node, other);
        // `*` and `**` inside are its letters.
        return false;
      }
      if (name === "Number") become(node, /^\d+$/.test(code) ? String(Number(code) + 1) : `(${code} + 1)`);
      else if (name === "Boolean") become(node, code === "True" ? "False" : "True");
      else if (name === "String") {
        become(node, /^[bBrRuU]*(?:''|"")$/.test(code) ? `${code.slice(0, -1)}mutated${code.slice(-1)}` : `${/^[bB]/.test(code) ? "b" : ""}""`);
        return false;
      } else if (name === "not") mutateNot(node, text, become);
      else if (name === "is" && node.nextSibling?.name !== "not") become(node, "is not");
      else if (name === "in" && node.parent?.name === "BinaryExpression" && node.prevSibling?.name !== "not") become(node, "not in");
      else if (name === "break") become(node, "pass");
      else if (name === "continue") become(node, "pass");
      else if (name === "ReturnStatement") {
        const value = node.firstChild?.nextSibling;
        if (value && text.slice(value.from, node.to) !== "None") become({ from: value.from, to: node.to }, "None");
      }
      return undefined;
    },
  });
  return drawEvenly(mutants, most);
}

/** `not x`, `is not` and `not in` lose their `not`. */
function mutateNot(node: SyntaxNode, text: string, become: (node: { from: number; to: number }, replacement: string) => void): void {
  const end = /^\s+/.exec(text.slice(node.to))?.[0].length ?? 0;
  become({ from: node.from, to: node.to + end }, "");
}

function isDocstring(node: SyntaxNode): boolean {
  return node.name === "ExpressionStatement" && node.firstChild?.name === "String" && node.firstChild.nextSibling === null;
}

