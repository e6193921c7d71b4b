# bats-core's and bats-assert's words. `rung_fail` is the judge's: it notes why a test failed and with which values.
status=0; output=; stderr=; lines=(); stderr_lines=()
BATS_TEST_DIRNAME=/work; BATS_TMPDIR=/tmp; BATS_TEST_TMPDIR=/tmp; BATS_RUN_TMPDIR=/tmp; BATS_FILE_TMPDIR=/tmp; BATS_VERSION=1.11.0; setup() { :; }; teardown() { :; }; setup_file() { :; }; teardown_file() { :; }
load() { case "$1" in *bats-support*|*bats-assert*|*bats-file*|*bats-extra*) return 0;; esac; if [[ -f "$1.bash" ]]; then rung_load "$1.bash"; elif [[ -f "$1.sh" ]]; then rung_load "$1.sh"; else rung_load "$1"; fi; }
bats_load_library() { :; }
bats_require_minimum_version() { :; }
skip() { rung_skip "$*"; exit 0; }
fail() { rung_fail "$*" "" ""; return 1; }
rung_load() {
  local rung_code rung_status rung_flags="$-"
  set +e
  rung_code="$(rung_source "$@")"; rung_status=$?
  if [[ "$rung_flags" == *e* ]]; then set -e; fi
  eval "$rung_code"
  return "$rung_status"
}
run() {
  local rung_want= rung_split=
  while [[ "$1" == -* || "$1" == '!' ]]; do
    case "$1" in
      --separate-stderr) rung_split=1;;
      --keep-empty-lines) ;;
      '!') rung_want='!';;
      --) shift; break;;
      -*) rung_want="$(echo "$1" | tr -d -)";;
    esac
    shift
  done
  local rung_flags="$-"
  # The simulated shell ends at `x=$(false) || …` under -e; so it is off for the run.
  set +e
  if [[ -n "$rung_split" ]]; then
    output="$("$@" 2>/tmp/.rung-stderr)"; status=$?
    stderr="$(cat /tmp/.rung-stderr)"; rm -f /tmp/.rung-stderr
    stderr_lines=(); while IFS= read -r rung_line; do [[ -n "$rung_line" ]] && stderr_lines+=("$rung_line"); done <<< "$stderr"
  else
    output="$("$@" 2>&1)"; status=$?
  fi
  lines=()
  while IFS= read -r rung_line; do if [[ -n "$rung_line" ]]; then lines+=("$rung_line"); fi; done <<< "$output"
  rung_ran "$output" "$status"
  if [[ "$rung_flags" == *e* ]]; then set -e; fi
  if [[ "$rung_want" == '!' && "$status" -eq 0 ]]; then rung_fail "the command should have failed" "" "$status"; return 1; fi
  if [[ -n "$rung_want" && "$rung_want" != '!' && "$status" -ne "$rung_want" ]]; then rung_fail "the exit status differs" "$rung_want" "$status"; return 1; fi
  return 0
}
assert() { "$@" || { rung_fail "assertion failed: $*" "" "$output"; return 1; }; }
refute() { if "$@"; then rung_fail "assertion held, but should not: $*" "" ""; return 1; fi; }
assert_success() { if [[ "$status" -ne 0 ]]; then rung_fail "the command failed with status $status" "0" "$status"; return 1; fi; if [[ $# -gt 0 ]]; then assert_output "$@"; fi; }
assert_failure() {
  if [[ "$status" -eq 0 ]]; then rung_fail "the command succeeded, but it should fail" "$1" "0"; return 1; fi
  if [[ $# -gt 0 && "$status" -ne "$1" ]]; then rung_fail "the exit status differs" "$1" "$status"; return 1; fi
}
assert_equal() { if [[ "$1" != "$2" ]]; then rung_fail "the values differ" "$2" "$1"; return 1; fi; }
assert_not_equal() { if [[ "$1" == "$2" ]]; then rung_fail "the values should differ" "" "$1"; return 1; fi; }
rung_match() {
  # want(0|1) text args…
  local rung_want="$1" rung_text="$2" rung_how=whole rung_held=0; shift 2
  case "$1" in -p|--partial) rung_how=part; shift;; -e|--regexp) rung_how=regexp; shift;; -) shift; set -- "$(cat)";; --) shift;; esac
  if [[ "$1" == '--' ]]; then shift; fi
  case "$rung_how" in
    whole) if [[ "$rung_text" == "$1" ]]; then rung_held=1; fi;;
    part) if [[ "$rung_text" == *"$1"* ]]; then rung_held=1; fi;;
    regexp) if [[ "$rung_text" =~ $1 ]]; then rung_held=1; fi;;
  esac
  if [[ "$rung_held" != "$rung_want" ]]; then rung_fail "the output differs ($rung_how)" "$1" "$rung_text"; return 1; fi
}
assert_output() { if [[ $# -eq 0 ]]; then if [[ -z "$output" ]]; then rung_fail "there should be output" "" ""; return 1; fi; return 0; fi; rung_match 1 "$output" "$@"; }
refute_output() { if [[ $# -eq 0 ]]; then if [[ -n "$output" ]]; then rung_fail "there should be no output" "" "$output"; return 1; fi; return 0; fi; rung_match 0 "$output" "$@"; }
assert_stderr() { rung_match 1 "$stderr" "$@"; }
refute_stderr() { if [[ $# -eq 0 ]]; then if [[ -n "$stderr" ]]; then rung_fail "there should be nothing on stderr" "" "$stderr"; return 1; fi; return 0; fi; rung_match 0 "$stderr" "$@"; }
rung_any_line() {
  local rung_how="$1" rung_text="$2" rung_line
  for rung_line in "${lines[@]}"; do
    case "$rung_how" in
      whole) if [[ "$rung_line" == "$rung_text" ]]; then return 0; fi;;
      part) if [[ "$rung_line" == *"$rung_text"* ]]; then return 0; fi;;
      regexp) if [[ "$rung_line" =~ $rung_text ]]; then return 0; fi;;
    esac
  done
  return 1
}
rung_line_check() {
  local rung_want="$1" rung_at= rung_how=whole; shift
  while [[ $# -gt 1 ]]; do case "$1" in -n|--index) rung_at="$2"; shift 2;; -p|--partial) rung_how=part; shift;; -e|--regexp) rung_how=regexp; shift;; --) shift; break;; *) break;; esac; done
  if [[ -n "$rung_at" ]]; then
    local rung_flag=(); case "$rung_how" in part) rung_flag=(-p);; regexp) rung_flag=(-e);; esac
    rung_match "$rung_want" "${lines[$rung_at]}" "${rung_flag[@]}" "$1"; return
  fi
  local rung_held=0; if rung_any_line "$rung_how" "$1"; then rung_held=1; fi
  if [[ "$rung_held" != "$rung_want" ]]; then rung_fail "no line fits, or one that should not does" "$1" "$output"; return 1; fi
}
assert_line() { rung_line_check 1 "$@"; }
refute_line() { rung_line_check 0 "$@"; }
assert_regex() { if ! [[ "$1" =~ $2 ]]; then rung_fail "it does not match" "$2" "$1"; return 1; fi; }
refute_regex() { if [[ "$1" =~ $2 ]]; then rung_fail "it matches" "$2" "$1"; return 1; fi; }
assert_file_exist() { if ! [[ -e "$1" ]]; then rung_fail "$1 is not there" "" ""; return 1; fi; }
assert_file_exists() { assert_file_exist "$@"; }
assert_exists() { assert_file_exist "$@"; }
assert_not_exists() { if [[ -e "$1" ]]; then rung_fail "$1 is there" "" ""; return 1; fi; }
