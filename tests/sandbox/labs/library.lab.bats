#!/usr/bin/env bats
# Functions that the tests source. NONCE-77bc02
setup() {
  source main.sh
  secret=$(( 6 * 7 ))
}

@test "add adds its arguments" {
  run add 2 3 4
  assert_success
  assert_output 9
}

@test "add without arguments is 0" {
  assert_equal "$(add)" 0
}

@test "add goes on with what it is given" {
  run add "$secret" -2
  assert_output 40
}

@test "collect fills the array that it is told" {
  local words=()
  collect words "one two" three
  assert_equal "${#words[@]}" 2
  assert_equal "${words[0]}" "one two"
}

@test "each runs a function on every argument" {
  shout() { printf '%s!\n' "${1^^}"; }
  run each shout "a b" c
  assert_line --index 0 "A B!"
  assert_line --index 1 "C!"
  [ "${#lines[@]}" -eq 2 ]
}
