import type { Rule } from "./rule.ts";

/** What ends a program in any language. */
export const LIMIT_RULES: readonly Rule[] = [
  { pattern: /^The program was stopped: (?:it ran for more than|it took longer than)/, key: "time" },
  { pattern: /^The program was stopped: it used more than/, key: "memory" },
  { pattern: /^The program printed more than/, key: "output" },
];

export const PYTHON_RULES: readonly Rule[] = [
  { pattern: /IndentationError: expected an indented block/, key: "pyIndentMissing" },
  { pattern: /IndentationError: unexpected indent/, key: "pyIndentExtra" },
  { pattern: /IndentationError: unindent does not match/, key: "pyIndentMixed" },
  { pattern: /TabError/, key: "pyTabs" },
  { pattern: /SyntaxError: expected ':'/, key: "pyColon" },
  { pattern: /SyntaxError: '(?<name>[([{])' was never closed/, key: "pyNeverClosed" },
  { pattern: /SyntaxError: unmatched '(?<name>[)\]}])'/, key: "pyUnmatched" },
  { pattern: /SyntaxError: unterminated (?:string|f-string|triple-quoted string) literal/, key: "pyString" },
  { pattern: /SyntaxError: .*Maybe you meant '=='/, key: "pyEquals" },
  { pattern: /SyntaxError: Missing parentheses in call to 'print'/, key: "pyPrint" },
  { pattern: /SyntaxError: 'return' outside function/, key: "pyReturnOutside" },
  { pattern: /SyntaxError: /, key: "pySyntax" },
  { pattern: /UnboundLocalError: cannot access local variable '(?<name>[^']*)'/, key: "pyUnbound" },
  { pattern: /NameError: name '(?<name>[^']*)' is not defined/, key: "pyName" },
  { pattern: /can only concatenate (?<type>\w+) \(not "(?<other>\w+)"\)/, key: "pyConcat" },
  { pattern: /unsupported operand type\(s\) for (?<name>[^:]{1,12}): '(?<type>\w+)' and '(?<other>\w+)'/, key: "pyOperand" },
  { pattern: /'(?<type>\w+)' object is not callable/, key: "pyNotCallable" },
  { pattern: /'(?<type>\w+)' object is not iterable/, key: "pyNotIterable" },
  { pattern: /'(?<type>\w+)' object is not subscriptable/, key: "pyNotSubscriptable" },
  { pattern: /'(?<type>\w+)' object does not support item assignment/, key: "pyItemAssignment" },
  { pattern: /object of type '(?<type>\w+)' has no len\(\)/, key: "pyNoLength" },
  { pattern: /indices must be integers/, key: "pyIndices" },
  { pattern: /TypeError: (?<name>\S+?)\(\) missing \d+ required/, key: "pyArgumentsFew" },
  { pattern: /TypeError: (?<name>\S+?)\(\) takes .*\bgiven|TypeError: (?<other>\S+?)\(\) takes no arguments/, key: "pyArgumentsMany" },
  { pattern: /AttributeError: 'NoneType' object has no attribute '(?<name>[^']*)'/, key: "pyNoneAttribute" },
  { pattern: /AttributeError: '(?<type>\w+)' object has no attribute '(?<name>[^']*)'/, key: "pyAttribute" },
  { pattern: /IndexError: .*(?:index )?out of range/, key: "pyIndex" },
  { pattern: /KeyError: (?<name>.{1,60})/, key: "pyKey" },
  { pattern: /ZeroDivisionError/, key: "pyZero" },
  { pattern: /RecursionError/, key: "pyRecursion" },
  { pattern: /ValueError: invalid literal for int\(\)|could not convert string to float/, key: "pyNumber" },
  { pattern: /ValueError: (?:not enough|too many) values to unpack/, key: "pyUnpack" },
  { pattern: /ModuleNotFoundError: No module named '(?<name>[^']*)'/, key: "pyModule" },
  { pattern: /FileNotFoundError: .*: '(?<name>[^']*)'/, key: "pyFile" },
  { pattern: /EOFError/, key: "pyInput" },
  { pattern: /does not define (?<name>\w+)$/m, key: "pyDefine" },
  { pattern: /^assert None (?:==|is) /, key: "pyReturn" },
];

export const SQL_RULES: readonly Rule[] = [
  { pattern: /no such column: (?<name>\S{1,60})/, key: "sqlColumn" },
  { pattern: /no such table: (?<name>\S{1,60})/, key: "sqlTable" },
  { pattern: /no such function: (?<name>\S{1,60})/, key: "sqlFunction" },
  { pattern: /ambiguous column name: (?<name>\S{1,60})/, key: "sqlAmbiguous" },
  { pattern: /near "(?<name>[^"]{1,60})": syntax error/, key: "sqlSyntax" },
  { pattern: /incomplete input/, key: "sqlIncomplete" },
  { pattern: /unrecognized token/, key: "sqlToken" },
  { pattern: /misuse of aggregate/, key: "sqlAggregate" },
  { pattern: /do not have the same number of result columns/, key: "sqlUnion" },
  { pattern: /table \S+ has (?<wanted>\d+) columns but (?<given>\d+) values/, key: "sqlValues" },
  { pattern: /UNIQUE constraint failed: (?<name>\S{1,60})/, key: "sqlUnique" },
  { pattern: /NOT NULL constraint failed: (?<name>\S{1,60})/, key: "sqlNotNull" },
  { pattern: /FOREIGN KEY constraint failed/, key: "sqlForeign" },
  { pattern: /table (?<name>\S{1,60}) already exists/, key: "sqlExists" },
  { pattern: /wrong number of arguments to function (?<name>\w+)/, key: "sqlArguments" },
  { pattern: /The script has no statement/, key: "sqlEmpty" },
];

export const BASH_RULES: readonly Rule[] = [
  { pattern: /: (?<name>[^\s:]{1,60}): not available in this shell/, key: "shNotHere" },
  { pattern: /: (?<name>[^\s:]{1,60}): command not found/, key: "shCommand" },
  { pattern: /: (?<name>\w{1,60}): unbound variable/, key: "shUnbound" },
  { pattern: /unexpected end of file \(`(?<name>[^']{1,10})' is missing\)/, key: "shMissing" },
  { pattern: /unexpected end of file: a (?<name>.{1,3}) is not closed/, key: "shQuote" },
  { pattern: /syntax error near unexpected token `(?<name>[^']{1,30})'/, key: "shSyntax" },
  { pattern: /\[: missing `\]'/, key: "shBracket" },
  { pattern: /\[: .*(?:unary|binary) operator expected|\[: too many arguments/, key: "shQuoteVariable" },
  { pattern: /\[: (?<name>.{0,40}): integer expression expected/, key: "shInteger" },
  { pattern: /division by 0/, key: "shZero" },
  { pattern: /Permission denied/, key: "shPermission" },
  { pattern: /: (?<name>\w{1,60}): readonly variable/, key: "shReadonly" },
  { pattern: /cannot (?:create directory|remove) '(?<name>[^']{1,60})': No such file|(?<other>[^\s:']{1,60}): No such file or directory/, key: "shFile" },
  { pattern: /Is a directory/, key: "shDirectory" },
  { pattern: /The function (?<name>\S{1,60}) calls itself without end/, key: "shRecursion" },
];

/** Before the rules of scripts, whose words fit pages as well. */
export const WEB_RULES: readonly Rule[] = [
  { pattern: /Cannot (?:read|set) properties of null \((?:reading|setting) '(?<name>[^']*)'\)/, key: "webNull" },
  { pattern: /^expected null not to be null|^expected null to /, key: "webNotFound" },
];
