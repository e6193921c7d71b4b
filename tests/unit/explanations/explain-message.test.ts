import { describe, expect, it } from "vitest";
import type { Language } from "../../../sandbox/contract.ts";
import { explainMessage } from "../../../app/features/explanations/explain-message.ts";
import { messages } from "../../../app/features/explanations/messages.ts";
import { BASH_RULES, LIMIT_RULES, PYTHON_RULES, SQL_RULES, WEB_RULES } from "../../../app/features/explanations/other-rules.ts";
import { SCRIPT_RULES, TYPE_RULES } from "../../../app/features/explanations/script-rules.ts";
import { createT } from "../../../app/i18n/messages.ts";

/** As the sandbox words them: each was produced by a small wrong program. */
const REAL: readonly (readonly [Language, string, string, string?])[] = [
  ["javascript", "TypeError: Cannot read properties of undefined (reading 'c')", "jsReadUndefined", "c"],
  ["javascript", "TypeError: Cannot read properties of null (reading 'x')", "jsReadNull", "x"],
  ["javascript", "TypeError: Cannot set properties of undefined (setting 'c')", "jsSetUndefined", "c"],
  ["javascript", "TypeError: Cannot destructure property 'x' of 'undefined' as it is undefined.", "jsDestructure", "x"],
  ["javascript", "TypeError: a.length.map is not a function", "jsNotFunction", "a.length.map"],
  ["javascript", "TypeError: 5 is not iterable", "jsNotIterable", "5"],
  ["javascript", "TypeError: Class constructor A cannot be invoked without 'new'", "jsNeedsNew", "A"],
  ["javascript", "TypeError: Assignment to constant variable.", "jsConstant"],
  ["javascript", "ReferenceError: total is not defined", "jsNotDefined", "total"],
  ["javascript", "ReferenceError: require is not defined", "jsNoNode"],
  ["javascript", "ReferenceError: Cannot access 'y' before initialization", "jsBeforeInit", "y"],
  ["javascript", "RangeError: Maximum call stack size exceeded", "jsStack"],
  ["javascript", "RangeError: Invalid count value: -1", "jsLength"],
  ["javascript", "TypeError: Cannot mix BigInt and other types, use explicit conversions", "jsBigInt"],
  ["javascript", "SyntaxError: Expected property name or '}' in JSON at position 1 (line 1 column 2)", "jsJson"],
  ["javascript", "main.js could not be read: SyntaxError: Unexpected token ';' (line 1)", "jsUnexpected"],
  ["javascript", "main.js could not be read: SyntaxError: Unexpected number (line 1)", "jsUnexpected"],
  ["javascript", "main.js could not be read: SyntaxError: Unexpected end of input (line 1)", "jsEndOfInput"],
  ["javascript", "main.js could not be read: SyntaxError: Invalid or unexpected token (line 1)", "jsInvalidToken"],
  ["javascript", "main.js could not be read: SyntaxError: Identifier 'q' has already been declared (line 1)", "jsDeclaredTwice", "q"],
  ["javascript", "main.js could not be read: SyntaxError: Export 'g' is not defined in module (line 1)", "jsExportMissing", "g"],
  ["javascript", "main.js could not be read: SyntaxError: Unexpected reserved word (line 1)", "jsAwait"],
  ["javascript", "main.js imports \"lodash\", which is not one of its files. A program here can only import the files beside it.", "jsImport", "lodash"],
  ["javascript", "expected undefined to be 3", "jsReturn"],
  ["javascript", "expected NaN to be 3", "jsNaN"],
  ["javascript", "expected Promise {} to be 3", "jsPromise"],
  ["javascript", "The program was stopped: it ran for more than 2 s. Is there a loop that does not end?", "time"],
  ["javascript", "The program was stopped: it used more than 128 MB of memory.", "memory"],
  ["javascript", "The program printed more than 64 KB.", "output"],
  ["typescript", "Type 'string' is not assignable to type 'number'.", "tsAssign"],
  ["typescript", "Type 'null' is not assignable to type 'string'.", "tsNothing"],
  ["typescript", "Property 'foo' does not exist on type 'number[]'.", "tsProperty", "foo"],
  ["typescript", "Property 'lenght' does not exist on type 'number[]'. Did you mean 'length'?", "tsPropertyMeant", "lenght"],
  ["typescript", "Argument of type 'string' is not assignable to parameter of type 'number'.", "tsArgument"],
  ["typescript", "Cannot find name 'total'.", "tsName", "total"],
  ["typescript", "Expected 1 arguments, but got 0.", "tsCount"],
  ["typescript", "Parameter 'a' implicitly has an 'any' type.", "tsAny", "a"],
  ["typescript", "'s' is possibly 'undefined'.", "tsPossibly", "s"],
  ["typescript", "'a' is of type 'unknown'.", "tsUnknown", "a"],
  ["typescript", "A function whose declared type is neither 'undefined', 'void', nor 'any' must return a value.", "tsReturn"],
  ["typescript", "Function lacks ending return statement and return type does not include 'undefined'.", "tsReturn"],
  ["typescript", "Cannot assign to 'x' because it is a constant.", "jsConstant"],
  ["typescript", "The left-hand side of an arithmetic operation must be of type 'any', 'number', 'bigint' or an enum type.", "tsArithmetic"],
  ["typescript", "Variable 'n' is used before being assigned.", "tsUnassigned", "n"],
  ["typescript", "main.ts could not be read: SyntaxError: Expression expected (line 1)", "jsUnexpected"],
  ["typescript", "TypeError: a[0].toUpperCase is not a function", "jsNotFunction", "a[0].toUpperCase"],
  ["python", "main.py could not be read: IndentationError: expected an indented block after function definition on line 1 (line 2)", "pyIndentMissing"],
  ["python", "main.py could not be read: IndentationError: unexpected indent (line 3)", "pyIndentExtra"],
  ["python", "main.py could not be read: IndentationError: unindent does not match any outer indentation level (line 4)", "pyIndentMixed"],
  ["python", "main.py could not be read: TabError: inconsistent use of tabs and spaces in indentation (line 3)", "pyTabs"],
  ["python", "main.py could not be read: SyntaxError: expected ':' (line 1)", "pyColon"],
  ["python", "main.py could not be read: SyntaxError: '(' was never closed (line 2)", "pyNeverClosed", "("],
  ["python", "main.py could not be read: SyntaxError: unmatched ')' (line 2)", "pyUnmatched", ")"],
  ["python", "main.py could not be read: SyntaxError: unterminated string literal (detected at line 2) (line 2)", "pyString"],
  ["python", "main.py could not be read: SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='? (line 2)", "pyEquals"],
  ["python", "main.py could not be read: SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)? (line 1)", "pyPrint"],
  ["python", "main.py could not be read: SyntaxError: invalid syntax (line 2)", "pySyntax"],
  ["python", "NameError: name 'total' is not defined", "pyName", "total"],
  ["python", "UnboundLocalError: cannot access local variable 'x' where it is not associated with a value", "pyUnbound", "x"],
  ["python", "TypeError: can only concatenate str (not \"int\") to str", "pyConcat"],
  ["python", "TypeError: unsupported operand type(s) for +: 'int' and 'str'", "pyOperand", "+"],
  ["python", "TypeError: 'list' object is not callable", "pyNotCallable"],
  ["python", "TypeError: 'int' object is not iterable", "pyNotIterable"],
  ["python", "TypeError: 'int' object is not subscriptable", "pyNotSubscriptable"],
  ["python", "TypeError: 'tuple' object does not support item assignment", "pyItemAssignment"],
  ["python", "TypeError: object of type 'int' has no len()", "pyNoLength"],
  ["python", "TypeError: list indices must be integers or slices, not str", "pyIndices"],
  ["python", "TypeError: f() missing 1 required positional argument: 'b'", "pyArgumentsFew", "f"],
  ["python", "TypeError: f() takes 0 positional arguments but 1 was given", "pyArgumentsMany", "f"],
  ["python", "TypeError: f() takes no arguments", "pyArgumentsMany", "f"],
  ["python", "AttributeError: 'NoneType' object has no attribute 'x'", "pyNoneAttribute", "x"],
  ["python", "AttributeError: 'list' object has no attribute 'foo'", "pyAttribute", "foo"],
  ["python", "IndexError: list index out of range", "pyIndex"],
  ["python", "KeyError: 'k'", "pyKey", "'k'"],
  ["python", "ZeroDivisionError: division by zero", "pyZero"],
  ["python", "RecursionError: maximum recursion depth exceeded", "pyRecursion"],
  ["python", "ValueError: invalid literal for int() with base 10: 'x'", "pyNumber"],
  ["python", "ValueError: not enough values to unpack (expected 3, got 2)", "pyUnpack"],
  ["python", "main.py could not be loaded: ModuleNotFoundError: No module named 'nope' (main.py, line 1)", "pyModule", "nope"],
  ["python", "FileNotFoundError: [Errno 44] No such file or directory: 'nope.txt'", "pyFile", "nope.txt"],
  ["python", "EOFError: EOF when reading a line", "pyInput"],
  ["python", "main.py does not define f", "pyDefine", "f"],
  ["python", "assert None == 3", "pyReturn"],
  ["python", "The program was stopped: it took longer than 4 s.", "time"],
  ["sql", "SQLite says: no such column: a.id", "sqlColumn", "a.id"],
  ["sql", "SQLite says: no such table: nope", "sqlTable", "nope"],
  ["sql", "SQLite says: no such function: foo", "sqlFunction", "foo"],
  ["sql", "SQLite says: ambiguous column name: id", "sqlAmbiguous", "id"],
  ["sql", "SQLite says: near \"SELEC\": syntax error", "sqlSyntax", "SELEC"],
  ["sql", "SQLite says: incomplete input", "sqlIncomplete"],
  ["sql", "SQLite says: unrecognized token: \"'abc\"", "sqlToken"],
  ["sql", "SQLite says: misuse of aggregate: count()", "sqlAggregate"],
  ["sql", "SQLite says: SELECTs to the left and right of UNION do not have the same number of result columns", "sqlUnion"],
  ["sql", "SQLite says: table t has 2 columns but 1 values were supplied", "sqlValues"],
  ["sql", "SQLite says: UNIQUE constraint failed: t.id", "sqlUnique", "t.id"],
  ["sql", "SQLite says: NOT NULL constraint failed: t.name", "sqlNotNull", "t.name"],
  ["sql", "SQLite says: table t already exists", "sqlExists", "t"],
  ["sql", "SQLite says: wrong number of arguments to function round()", "sqlArguments", "round"],
  ["sql", "The script has no statement.", "sqlEmpty"],
  ["bash", "status 127\nmain.sh: line 1: nope: command not found", "shCommand", "nope"],
  ["bash", "main.sh: line 1: python3: not available in this shell", "shNotHere", "python3"],
  ["bash", "status 1\nmain.sh: line 1: UNSET: unbound variable", "shUnbound", "UNSET"],
  ["bash", "main.sh could not be read: syntax error: unexpected end of file (`fi' is missing) (line 1)", "shMissing", "fi"],
  ["bash", "main.sh could not be read: unexpected end of file: a ' is not closed (line 1)", "shQuote", "'"],
  ["bash", "main.sh could not be read: syntax error near unexpected token `echo' (line 1)", "shSyntax", "echo"],
  ["bash", "main.sh: line 1: [: missing `]'", "shBracket"],
  ["bash", "status 0\nmain.sh: line 1: [: =: unary operator expected", "shQuoteVariable"],
  ["bash", "main.sh: line 1: [: a: integer expression expected", "shInteger", "a"],
  ["bash", "main.sh: line 1: 1/0: division by 0 (error token is \"0\")", "shZero"],
  ["bash", "main.sh: line 1: a: readonly variable", "shReadonly", "a"],
  ["bash", "cat: nope.txt: No such file or directory", "shFile", "nope.txt"],
  ["bash", "rm: cannot remove 'nope': No such file or directory", "shFile", "nope"],
  ["bash", "The function f calls itself without end.", "shRecursion", "f"],
  ["web", "index.html could not be loaded: TypeError: Cannot set properties of null (setting 'textContent') (index.html, line 1)", "webNull", "textContent"],
  ["web", "expected null not to be null", "webNotFound"],
  ["web", "index.html could not be loaded: ReferenceError: nope is not defined (index.html, line 1)", "jsNotDefined", "nope"],
  ["web", "index.html could not be read: SyntaxError: Unexpected token ';' (line 1)", "jsUnexpected"],
];

describe("explainMessage", () => {
  it.each(REAL.map(([language, message, key, name]) => ({ language, message, key, name })))("$language: $message", ({ language, message, key, name }) => {
    const found = explainMessage(language, message);
    expect(found?.key).toBe(key);
    if (name !== undefined) expect(found?.values["name"]).toBe(name);
    const values = { name: "", type: "", other: "", wanted: "", given: "", ...found?.values };
    for (const locale of ["en", "es"] as const) {
      const words = found ? createT(messages, locale)(found.key, values) : "";
      expect(words).not.toMatch(/explanation|^\w+$|\{(?!$| that| que)/);
      expect(words.length).toBeGreaterThan(15);
    }
  });

  it("says nothing of messages that it does not know, or that another language's programs give", () => {
    expect(explainMessage("javascript", "Error: x")).toBeNull();
    expect(explainMessage("javascript", "expected \"3\" to be 3")).toBeNull();
    expect(explainMessage("python", "TypeError: a.foo is not a function")).toBeNull();
    expect(explainMessage("bash", "A command of the test failed: [ \"$status\" -eq 0 ]")).toBeNull();
    expect(explainMessage("sql", "")).toBeNull();
  });

  it("cuts names that would fill the page, and reads a long message in no time", () => {
    expect(explainMessage("javascript", `ReferenceError: ${"x".repeat(1_000)} is not defined`)?.values["name"]?.length).toBe(60);
    for (const language of ["javascript", "typescript", "python", "sql", "bash", "web"] as const) expect(explainMessage(language, "'[:(\" ".repeat(400_000))).toBeNull();
  });

  it("has a real message for every text that is common", () => {
    const known = new Set(REAL.map(([, , key]) => key));
    const rare = [...SCRIPT_RULES, ...TYPE_RULES, ...LIMIT_RULES, ...PYTHON_RULES, ...SQL_RULES, ...BASH_RULES, ...WEB_RULES].map(({ key }) => key).filter((key) => !known.has(key));
    expect([...new Set(rare)].sort()).toEqual(["jsMissingParen", "jsNotConstructor", "pyReturnOutside", "shDirectory", "shPermission", "sqlForeign", "tsComparison", "tsExtra", "tsMissing", "tsNameMeant", "tsNoExport", "tsReadOnly"]);
  });
});
