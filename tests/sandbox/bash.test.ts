import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isBusy } from "../../sandbox/contract.ts";
import type { GradeResult, Sandbox, TestFile } from "../../sandbox/contract.ts";
import { createSandbox } from "../../sandbox/sandbox.ts";

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = createSandbox({ workers: 1 });
  await sandbox.ready(["bash"]);
});
afterAll(async () => {
  await sandbox.close(0);
});

const bats = (text: string, group: TestFile["group"] = "visible"): TestFile => ({ path: "main.bats", text, group });
async function grade(files: Record<string, string>, tests: TestFile[] | string): Promise<GradeResult> {
  const answer = await sandbox.grade({ language: "bash", files, tests: typeof tests === "string" ? [bats(tests)] : tests });
  if (isBusy(answer)) throw new Error(answer.message);
  return answer;
}
/** What the script prints, with its status last. */
async function outputOf(script: string, command = "bash main.sh"): Promise<string> {
  const result = await grade({ "main.sh": script }, `@test "prints" {\n  run ${command}\n  echo\n  assert_equal "$output"$'\\n'"$status" "nothing like it"\n}\n`);
  const [test] = result.tests;
  if (test?.actual === undefined || test.actual === null) throw new Error(JSON.stringify(result));
  return test.actual;
}
const statuses = (result: GradeResult): string[] => result.tests.map(({ status }) => status);

describe("bash: what scripts can do", () => {
  it.each([
    ["lists as commands", 'set -- printf "<%s>" "a b" c; "$@"; list=(echo 1 "2  3"); "${list[@]}"', "<a b><c>1 2  3\n0"],
    ["arrays and associative arrays", 'declare -A m=([a]=1 ["b c"]=2); m[d]+=x; a=(x y z); a+=(w); unset "a[1]"; echo "${!a[@]} ${#m[@]} ${m[b c]} ${a[@]:1:2} ${a[-1]}"', "0 2 3 3 2 z w w\n0"],
    ["name references", 'push() { local -n into=$1; into+=("$2"); }; l=(a); push l "b c"; declare -n r=l; echo "${#l[@]} ${r[1]} ${!r}"', "2 b c l\n0"],
    ["set -e and the places where a failure is an answer", "set -e\nfalse || echo or\nif ! false; then echo if; fi\nx=$(false) || echo assigned\n(false) && echo never\necho on\nfalse\necho never", "or\nif\nassigned\non\n1"],
    ["set -u and its message", 'set -u\necho "${x:-default}"\necho "$x"', "default\nmain.sh: line 3: x: unbound variable\n1"],
    ["pipefail and the statuses of a pipeline", 'set -o pipefail; false | true; echo $?; true | false | true; echo "${PIPESTATUS[@]}"', "1\n0 1 0\n0"],
    ["traps", "trap 'echo bye $?' EXIT\ntrap 'echo failed in $LINENO' ERR\nfalse\nexit 3", "failed in 3\nbye 3\n3"],
    ["here-documents and here-strings", 'n=2; cat <<END\n$((n * 21)) $(echo sub) \\$n\nEND\ncat <<"END"\n$n\nEND\ntr a-z A-Z <<< "up $n"', "42 sub $n\n$n\nUP 2\n0"],
    ["case with fallthrough, select", 'case ab in a*) echo 1 ;;& *b) echo 2 ;& z) echo 3 ;; *) echo 4 ;; esac; select x in p q; do echo "$x"; break; done <<< 2 2> /dev/null', "1\n2\n3\nq\n0"],
    ["getopts", 'while getopts ":ab:" o -a -b val -z; do echo "$o ${OPTARG-}"; done; echo $OPTIND', "a \nb val\n? z\n5\n0"],
    ["read, mapfile and printf -v", 'IFS=, read -r a b <<< "1,2,3"; mapfile -t m < <(printf "x\\ny y\\n"); printf -v v "%03d|%-4s|%.2f" 7 ab 2.345; echo "$a|$b|${m[1]}|$v"', "1|2,3|y y|007|ab  |2.35\n0"],
    ["regular expressions and patterns", 'shopt -s extglob; [[ v1.20 =~ ^v([0-9]+)\\.([0-9]+)$ ]] && echo "${BASH_REMATCH[2]}"; x=file.tar.gz; echo "${x%%.*} ${x##*.} ${x/tar/zip} ${x^^}"; [[ aab == +(a)b ]] && echo ext', "20\nfile gz file.zip.gz FILE.TAR.GZ\next\n0"],
    ["output of both kinds in its order", "echo one; echo two >&2; echo three", "one\ntwo\nthree\n0"],
    ["pipes that end early", "yes | head -n 2; seq 1 1000000 | head -n 1", "y\ny\n1\n0"],
    ["time that passes at once", "sleep 2 & wait $!; echo $SECONDS", "2\n0"],
    ["mktemp and bc", 'f=$(mktemp); echo "scale=3; 10/4 + 2^70" | bc > "$f"; cat "$f"; rm "$f"; [ -e "$f" ] || echo gone', "1180591620717411303426.500\ngone\n0"],
    ["dates", 'date -u -d "2011-04-25 + 1000000000 seconds" +%FT%T; date -d "2024-02-28 +2 days" "+%A %_d %j"; date -d "31 Jan 2001 1 month ago" +%F; date -d nonsense', "2043-01-01T01:46:40\nFriday  1 061\n2000-12-31\ndate: invalid date 'nonsense'\n1"],
    ["differences of files", "printf '1\\n2\\n3\\n' > a; printf '1\\nx\\n3\\n4' > b; diff a b; diff -q a a", "2c2\n< 2\n---\n> x\n3a4\n> 4\n\\ No newline at end of file\n0"],
    ["small programs with joined options", "printf 'b\\na\\nb\\n' > f; sort f | uniq -c; paste -sd+ f; xargs -n2 < f; grep -c -e a -e b f; expr abc : 'a\\(.\\)' '|' 0; awk -v OFS=- '{print $1, NR}' f | tail -n1", "      1 a\n      2 b\nb+a+b\nb a\nb\n3\nb\nb-3\n0"],
    ["keys of sort with blanks before them", "printf 'x\\ny\\nx\\nz\\nz\\n' | sort | uniq -c | sort -k1,1nr -k2,2r; printf 'b,10\\na,9\\nB,9\\n' | sort -t, -k2,2n -k1,1f; printf 'b  1\\na 2\\n' | sort -k2; printf 'b\\na\\nb\\n' | sort -ruo f; paste -sd' ' f", "      2 z\n      2 x\n      1 y\na,9\nB,9\nb,10\nb  1\na 2\nb a\n0"],
    ["orders of sort", "printf '10\\n9\\n-3\\n2.5\\n' | sort -n | paste -sd' '; printf '1K\\n2M\\n900\\n' | sort -h | paste -sd' '; printf 'v1.10\\nv1.9\\n' | sort -V | paste -sd' '; printf 'b\\nC\\na\\n' | sort -f | paste -sd' '; printf 'Mar\\nJan\\n' | sort -M | paste -sd' '; seq 9 | sort -R | sort -n | paste -sd' '; printf '2\\n1\\n' | sort -c", "-3 2.5 9 10\n900 1K 2M\nv1.9 v1.10\na b C\nJan Mar\n1 2 3 4 5 6 7 8 9\nsort: -:2: disorder: 1\n1"],
    ["text beyond ASCII", 'x="naïve"; echo "${#x} ${x:2:1} ${x^^}"; printf "é" | wc -c | tr -d " "', "5 ï NAÏVE\n2\n0"],
  ])("%s", async (_what, script, expected) => {
    expect(await outputOf(script)).toBe(expected);
  });

  it.each([
    ["another program", "git status", /^main\.sh: line 1: git: not available in this shell\n127$/],
    ["the network", "cat < /dev/tcp/localhost/80", /there is no network in this shell/],
    ["a separator of awk", "awk -v RS=';' 1 <<< 'a;b'", /RS is not available in this awk/],
    ["cases in sed", "sed 's/.*/\\U&/' <<< a", /are not available in this sed/],
    ["another time zone", "TZ=Europe/Berlin date", /the time zone Europe\/Berlin is not available/],
    ["an option of bc", "echo 'define f(x) { return x; }' | bc", /"define" is not available in this bc/],
    ["an option of the shell", "shopt -s expand_aliases", /expand_aliases is not available in this shell/],
    ["a command that is not there", "nosuch", /^main\.sh: line 1: nosuch: command not found\n127$/],
  ])("says that it can't do %s", async (_what, script, expected) => {
    expect(await outputOf(script)).toMatch(expected);
  });
});

describe("bash: what tests can do", () => {
  it("runs hooks in their order, keeps what setup_file exports, and gives folders", async () => {
    const result = await grade({ "main.sh": "echo hi" }, [bats(`
setup_file() { export ONCE="$((\${ONCE:-0} + 1))"; echo one > "$BATS_FILE_TMPDIR/log"; }
setup() { echo "setup $BATS_TEST_NUMBER" >> "$BATS_FILE_TMPDIR/log"; }
teardown() { echo down >> "$BATS_FILE_TMPDIR/log"; }
@test "first" {
  assert_equal "$ONCE" 1
  touch "$BATS_TEST_TMPDIR/mine"
}
@test "second" {
  assert_equal "$(tr '\\n' , < "$BATS_FILE_TMPDIR/log")" "one,setup 1,down,setup 2,"
  [ ! -e "$BATS_TEST_TMPDIR/mine" ]
  assert_equal "$BATS_TEST_DESCRIPTION" second
}
`)]);
    expect(statuses(result)).toEqual(["passed", "passed"]);
  });

  it("gives run its status, lines and error output", async () => {
    const result = await grade({ "main.sh": "echo out; echo err >&2; echo; echo last; exit 3" }, `
bats_require_minimum_version 1.5.0
@test "separate" {
  run -3 --separate-stderr bash main.sh
  [ "$output" = $'out\\n\\nlast' ]
  [ "$stderr" = err ]
  [ "\${#lines[@]}" -eq 2 ]
  [ "\${lines[-1]}" = last ]
}
@test "kept" {
  run --keep-empty-lines bash main.sh
  [ "\${#lines[@]}" -eq 4 ]
}
@test "not" {
  run ! bash main.sh
  run -0 true
}
@test "another status" {
  run -2 bash main.sh
}
@test "should fail" {
  run ! true
}
`);
    expect(statuses(result)).toEqual(["passed", "passed", "passed", "failed", "failed"]);
    expect(result.tests[3]).toMatchObject({ expected: "status 2", actual: "status 3\nout\nerr\n\nlast" });
  });

  it.each([
    ["assert_output", 'run echo "a b"\nassert_output "a c"', { message: "The output differs.", expected: "a c", actual: "a b" }],
    ["assert_output --partial", "run echo abc\nassert_output --partial xyz", { expected: "xyz", actual: "abc" }],
    ["assert_output --regexp", "run echo abc\nassert_output --regexp '^b'", { expected: "^b", actual: "abc" }],
    ["refute_output", "run echo abc\nrefute_output", { message: "There should be no output, but there is.", actual: "abc" }],
    ["assert_line", "run printf 'a\\nb\\n'\nassert_line c", { expected: "c", actual: "a\nb" }],
    ["assert_line --index", "run printf 'a\\nb\\n'\nassert_line --index 1 --partial c", { expected: "c", actual: "b" }],
    ["refute_line", "run printf 'a\\nb\\n'\nrefute_line --regexp '^b$'", { expected: "^b$" }],
    ["assert_success", "run false\nassert_success", { message: "The command failed with status 1.", expected: "status 0", actual: "status 1" }],
    ["assert_failure", "run bash -c 'exit 4'\nassert_failure 3", { expected: "status 3", actual: "status 4" }],
    ["assert_equal", 'assert_equal "1" "01"', { message: "The values differ.", expected: "01", actual: "1" }],
    ["assert_not_equal", "assert_not_equal x x", { actual: "x" }],
    ["assert", "assert [ 1 -eq 2 ]", { message: "This does not hold: [ 1 -eq 2 ]" }],
    ["refute", "refute true", { message: "This holds, but should not: true" }],
    ["assert_regex", "assert_regex abc '^c'", { expected: "^c", actual: "abc" }],
    ["fail", 'fail "because"', { message: "because" }],
    ["assert_file_exists", "assert_file_exists none.txt", { message: "The file none.txt should be there." }],
    ["a command that fails", "true\ngrep -q x <<< y\ntrue", { message: "A command of the test failed: grep -q x <<< y" }],
    ["[[ ]]", "[[ a == b ]]\ntrue", { message: "A command of the test failed: [[ a == b ]]" }],
    ["(( ))", "(( 1 > 2 ))\ntrue", { message: "A command of the test failed: (( 1 > 2 ))" }],
    ["an exit in the test", "exit 0", { message: "The test was ended by `exit`: exit 0" }],
  ])("%s fails with what differs", async (_word, lines, expected) => {
    const result = await grade({ "main.sh": "true" }, `@test "fails" {\n${lines}\n}\n@test "passes" {\n  true\n}\n`);
    expect(result).toMatchObject({ outcome: "failed", score: 0.5, tests: [{ status: "failed", ...expected }, { status: "passed" }] });
  });

  it("skips, and loads helpers that scripts can't see", async () => {
    const result = await grade({ "main.sh": "ls; cat helper.bash" }, [
      bats('load helper\nload bats-extra\n@test "skipped" {\n  skip "not here"\n}\n@test "helped" {\n  run bash main.sh\n  refute_output --partial shouted\n  assert_output --partial data.txt\n  assert_equal "$(shouted x)" X\n}\n'),
      { path: "helper.bash", text: "shouted() { echo ${1^^}; }\n", group: "hidden" }, { path: "data.txt", text: "data\n", group: "hidden" },
    ]);
    expect(result).toMatchObject({ outcome: "passed", tests: [{ status: "skipped", message: "not here" }, { status: "passed" }] });
  });

  describe("tests that bring a library's file", () => {
    const tests = (library: string, text: string): TestFile[] => [bats(text), { path: "bats-extra.bash", text: library, group: "visible" }];
    const uses = 'load bats-extra\n@test "one" {\n  run bash main.sh\n  assert_near 5\n  assert_output 4\n}\n@test "two" {\n  run bash main.sh\n  assert_near 9\n}\n';

    it("has what the file adds to our words, and our words for what is the library's own", async () => {
      const library = 'batslib_err() { cat >&2; }\nfail() { batslib_err; return 1; }\nassert_output() { echo ours is not asked | batslib_err; return 1; }\nassert_near() {\n  (( output >= $1 - 1 && output <= $1 + 1 )) || echo "$output is not near $1" | fail\n}\n';
      const result = await grade({ "main.sh": "echo 4" }, tests(library, uses));
      expect(result).toMatchObject({ tests: [{ status: "passed" }, { status: "failed", message: "4 is not near 9" }] });
    });

    it("runs a file that only has the library's name", async () => {
      const library = 'assert_output() { [[ $output == "<$1>" ]]; }\nassert_near() { return 0; }\n';
      expect(statuses(await grade({ "main.sh": "echo '<4>'" }, tests(library, uses)))).toEqual(["passed", "passed"]);
      expect(statuses(await grade({ "main.sh": "echo 4" }, tests(library, uses)))).toEqual(["failed", "passed"]);
    });

    it("takes no such file from a script's author", async () => {
      const result = await grade({ "main.sh": "echo 3", "bats-extra.bash": "assert_output() { return 0; }\nassert_equal() { return 0; }\n" }, 'load bats-extra\n@test "one" {\n  run bash main.sh\n  assert_output 4\n}\n');
      expect(result).toMatchObject({ outcome: "failed", tests: [{ message: "The output differs.", expected: "4", actual: "3" }] });
    });
  });

  it("ends an endless script when its reader has enough, and says so when the reader wants all", async () => {
    const script = { "main.sh": "while :; do echo y; done\n" };
    const enough = await grade(script, '@test "head" {\n  run bash -c "bash main.sh | head -n 3"\n  assert_success\n  assert_output $\'y\\ny\\ny\'\n  bash main.sh | head -n 1 > first\n  assert_equal "$(cat first)" y\n}\n');
    expect(enough).toMatchObject({ outcome: "passed", output: "" });
    expect(await grade(script, '@test "count" {\n  bash main.sh | wc -l\n}\n')).toMatchObject({ outcome: "too-much-output" });
  });

  it("compares without regard to capitals where the test's shell does", async () => {
    const result = await grade({ "main.sh": "echo Not There" }, `
@test "exact" {
  run bash main.sh
  assert_output "not there"
}
@test "any" {
  shopt -s nocasematch
  run bash main.sh
  assert_output "not there"
  assert_output --partial "THERE"
  assert_output --regexp "^not"
  assert_line "NOT THERE"
  assert_equal "$output" "nOT tHERE"
  refute_output "other"
}
`);
    expect(statuses(result)).toEqual(["failed", "passed"]);
  });

  it("keeps the state of sourced functions where bash does, and lets them call the tests' own", async () => {
    const library = 'COUNT=0\nbump() { COUNT=$(( COUNT + 1 )); }\nmap() { local -n from=$2 to=$3; local one; for one in "${from[@]}"; do to+=("$("$1" "$one")"); done; }\ntoday() { date +%F; }\nset -u\n';
    const result = await grade({ "lib.sh": library }, `
setup() { source ./lib.sh; }
@test "state" {
  bump
  bump
  ( bump )
  run bump
  assert_equal "$COUNT" 2
}
@test "callbacks and references" {
  twice() { echo $(( $1 * 2 )); }
  local numbers=(1 2 3) doubled=()
  map twice numbers doubled
  assert_equal "\${doubled[*]}" "2 4 6"
}
@test "a program in place of another" {
  date() { echo 2001-02-03; }
  run today
  assert_output 2001-02-03
}
@test "an exported one for a script" {
  date() { echo 2001-02-03; }
  export -f date
  run bash -c 'source lib.sh; today'
  assert_output 2001-02-03
}
`);
    expect(statuses(result)).toEqual(["passed", "passed", "passed", "passed"]);
  });

  it("says a syntax error with its line, and where a script broke", async () => {
    const test = '@test "runs" {\n  run bash main.sh\n  assert_success\n}\n';
    expect(await grade({ "main.sh": "echo a\nif true; then\n  echo b\n" }, test)).toMatchObject({ outcome: "errored", score: 0, message: "main.sh could not be read: syntax error: unexpected end of file (`fi' is missing) (line 4)" });
    expect(await grade({ "main.sh": "echo a\n\nnosuch\n" }, test)).toMatchObject({ outcome: "failed", tests: [{ location: { path: "main.sh", line: 3 }, output: "a\nmain.sh: line 3: nosuch: command not found\n" }] });
  });

  it("shows no line of hidden tests", async () => {
    const result = await grade({ "main.sh": "echo hi" }, [bats('@test "hidden" {\n  run bash main.sh\n  [ "$output" = NONCE-5f1c ]\n}\n', "hidden")]);
    expect(result).toMatchObject({ outcome: "failed", tests: [{ group: "hidden", message: "A command of the test failed." }] });
    expect(JSON.stringify(result)).not.toContain("NONCE");
  });

  it("never passes without tests, and errs on tests that can't be read", async () => {
    expect((await grade({ "main.sh": "" }, "# nothing\n")).outcome).toBe("errored");
    expect((await grade({ "main.sh": "" }, '@test "x" {\n  if true\n}\n')).outcome).toBe("errored");
  });
});

describe("bash: integrity", () => {
  it("leaves nothing of one learner to the next", async () => {
    const test = '@test "empty" {\n  source main.sh\n  [ ! -e "$HOME/left.txt" ]\n  [ -z "${LEFT-}" ]\n  touch "$HOME/left.txt"\n}\n';
    const script = "export LEFT_BEHIND=1\nleave() { echo left > ~/left.txt; }\n";
    for (let round = 0; round < 2; round += 1) expect((await grade({ "main.sh": script }, test)).outcome).toBe("passed");
  });

  it("keeps the tests' variables from functions that look for them, and from being set", async () => {
    const result = await grade({ "main.sh": 'peek() { echo "${answer-}"; }\nspoil() { answer=wrong; }\n' }, '@test "apart" {\n  source main.sh\n  answer=42\n  run peek\n  assert_output ""\n  spoil\n  assert_equal "$answer" 42\n}\n');
    expect(result.outcome).toBe("passed");
  });
});
