/** What a script is made of. Words keep how they were quoted; what `$` and quotes mean is decided when they are expanded. */

export type Part =
  /** `quoted`: no meaning as a pattern, never split. */
  | { type: "text"; text: string; quoted: boolean }
  | { type: "double"; parts: Part[] }
  | { type: "parameter"; parameter: Parameter }
  | { type: "command"; body: Script }
  | { type: "arithmetic"; text: Word }
  | { type: "process"; body: Script; input: boolean };

export interface Word {
  parts: Part[];
  /** What brace expansion makes of it, where it has any. */
  braces?: Word[];
}

export type ParameterOperation =
  | { type: "default" | "assign" | "error" | "alternative"; empty: boolean; word: Word }
  | { type: "length" }
  | { type: "slice"; from: Word; length: Word | null }
  | { type: "remove"; prefix: boolean; longest: boolean; pattern: Word }
  | { type: "replace"; all: boolean; anchor: "" | "#" | "%"; pattern: Word; replacement: Word }
  | { type: "case"; upper: boolean; toggle: boolean; all: boolean; pattern: Word | null }
  | { type: "transform"; operator: string }
  | { type: "keys" }
  | { type: "names" };

export interface Parameter {
  name: string;
  /** `[@]` and `[*]` are these characters; any other subscript is a word. */
  index: Word | "@" | "*" | null;
  indirect: boolean;
  operation: ParameterOperation | null;
  /** As written, for messages. */
  source: string;
}

export interface ArrayItem {
  key: Word | null;
  append: boolean;
  value: Word;
}
export interface Assignment {
  name: string;
  index: Word | null;
  append: boolean;
  value: Word | null;
  items: ArrayItem[] | null;
}

export type RedirectOperator = "<" | ">" | ">>" | ">|" | "<>" | "<&" | ">&" | "&>" | "&>>" | "<<<" | "<<";
export interface Redirect {
  operator: RedirectOperator;
  /** The descriptor before the operator; null for the operator's own. */
  descriptor: number | null;
  /** `{name}>file`: the variable that gets a free descriptor. */
  variable: string | null;
  /** A here-document's text is put here when its lines have been read. */
  target: Word;
}

export type Condition =
  | { type: "not"; operand: Condition }
  | { type: "and" | "or"; left: Condition; right: Condition }
  | { type: "unary"; operator: string; operand: Word }
  | { type: "binary"; operator: string; left: Word; right: Word };

export interface SimpleCommand {
  type: "simple";
  line: number;
  assignments: Assignment[];
  /** An assignment stands here as an argument of `declare` and its kin. */
  words: (Word | Assignment)[];
  redirects: Redirect[];
}
export interface CaseItem {
  patterns: Word[];
  body: Script;
  next: ";;" | ";&" | ";;&";
}
export type Compound =
  | { type: "if"; clauses: { condition: Script; body: Script }[]; otherwise: Script | null }
  | { type: "for" | "select"; name: string; words: Word[] | null; body: Script }
  | { type: "count"; start: Word; test: Word; step: Word; body: Script }
  | { type: "while"; until: boolean; condition: Script; body: Script }
  | { type: "case"; word: Word; items: CaseItem[] }
  | { type: "group" | "subshell"; body: Script }
  | { type: "calculate"; expression: Word }
  | { type: "condition"; condition: Condition };
export type CompoundCommand = Compound & { line: number; redirects: Redirect[] };
export interface FunctionDefinition {
  type: "function";
  line: number;
  name: string;
  body: CompoundCommand;
  /** As written, for `declare -f` and `type`. */
  source: string;
}
export type Command = SimpleCommand | CompoundCommand | FunctionDefinition;

export interface Pipeline {
  commands: Command[];
  /** For each `|` whether it was `|&`. */
  withErrors: boolean[];
  negated: boolean;
  timed: boolean;
  line: number;
}
/** `a && b || c`, perhaps in the background. */
export interface Chain {
  pipelines: Pipeline[];
  operators: ("&&" | "||")[];
  background: boolean;
  /** As written, for messages about it. */
  source: string;
}
export type Script = Chain[];

export const isAssignment = (word: Word | Assignment): word is Assignment => "items" in word;
export const textWord = (text: string, quoted = true): Word => ({ parts: [{ type: "text", text, quoted }] });
