/** Words of languages that have no language service in the browser. */

interface Words {
  keywords: readonly string[];
  functions: readonly string[];
}

const split = (text: string): string[] => text.trim().split(/\s+/);

export const PYTHON = {
  keywords: split(`False None True and as assert async await break case class continue def del elif else except finally for from global if import in
    is lambda match nonlocal not or pass raise return try while with yield self __init__ __name__ __repr__ __str__ __eq__ __len__ __iter__ __enter__ __exit__`),
  functions: split(`abs all any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex dict dir divmod enumerate eval exec filter
    float format frozenset getattr globals hasattr hash help hex id input int isinstance issubclass iter len list locals map max memoryview min next object
    oct open ord pow print property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip
    ArithmeticError AssertionError AttributeError Exception FileNotFoundError IndexError KeyError LookupError NotImplementedError OSError
    RuntimeError StopIteration TypeError ValueError ZeroDivisionError`),
  modules: split(`abc argparse ast base64 bisect calendar cmath collections contextlib copy csv dataclasses datetime decimal difflib enum fnmatch fractions
    functools glob hashlib heapq html io itertools json keyword logging math numbers operator os pathlib pprint queue random re secrets shlex shutil
    statistics string struct sys tempfile textwrap time tomllib traceback types typing unicodedata unittest urllib uuid warnings weakref xml zoneinfo`),
} as const satisfies Words & { modules: readonly string[] };

export const SHELL = {
  keywords: split("if then elif else fi for in do done while until case esac select function time"),
  functions: split(`alias bg break cd command continue declare echo eval exec exit export false fg getopts hash help history jobs kill let local mapfile
    printf pwd read readarray readonly return set shift shopt source test trap true type typeset ulimit umask unset wait
    awk base64 basename bc cat chmod cmp column comm cp cut date diff dirname du egrep env expand expr fgrep file find fold grep gunzip gzip head hostname
    join jq ln ls md5sum mkdir mktemp mv nl od paste printenv readlink realpath rev rm rmdir sed seq sha256sum sleep sort split stat tac tail tar tee
    timeout touch tr tree uniq wc which whoami xargs yes`),
} as const satisfies Words;

export const SQL = {
  keywords: split(`SELECT DISTINCT FROM WHERE GROUP BY HAVING ORDER LIMIT OFFSET JOIN INNER LEFT RIGHT FULL OUTER CROSS ON USING AS AND OR NOT IN IS NULL
    LIKE GLOB BETWEEN EXISTS CASE WHEN THEN ELSE END UNION ALL INTERSECT EXCEPT ASC DESC NULLS FIRST LAST WITH RECURSIVE VALUES INSERT INTO UPDATE SET DELETE
    CREATE TABLE VIEW INDEX TRIGGER UNIQUE PRIMARY KEY FOREIGN REFERENCES DEFAULT CHECK ALTER ADD COLUMN RENAME DROP BEGIN COMMIT ROLLBACK RETURNING
    CONFLICT DO NOTHING OVER PARTITION ROWS RANGE PRECEDING FOLLOWING UNBOUNDED CURRENT ROW FILTER COLLATE NOCASE INTEGER TEXT REAL BLOB NUMERIC`),
  functions: split(`abs avg ceil char coalesce count cume_dist date datetime dense_rank first_value floor format glob group_concat hex ifnull iif instr
    json_extract julianday lag last_value lead length lower ltrim max min mod nth_value ntile nullif percent_rank pow printf quote rank replace round
    row_number rtrim sign sqrt strftime string_agg substr sum time total trim typeof unicode unixepoch upper`),
} as const satisfies Words;
