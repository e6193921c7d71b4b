#!/usr/bin/env bats
# A script: arguments, standard input, statuses, both outputs. NONCE-d41a77
load test_helper/bats-support/load
load test_helper/bats-assert/load

@test "greets nobody in particular" {
  run bash main.sh
  assert_success
  assert_output "Hello, you!"
}

@test "greets by name, blanks and all" {
  run ./main.sh "Ada  Lovelace" '*'
  [ "$status" -eq 0 ]
  [[ "${lines[0]}" == "Hello, Ada  Lovelace!" ]]
  assert_line --index 1 "Hello, *!"
  assert_equal "${#lines[@]}" 2
}

@test "greets the names that it reads" {
  run bash -c 'printf "Zoe\nYann\n" | bash main.sh -'
  assert_output - <<END
Hello, Zoe!
Hello, Yann!
END
}

@test "says how it is used, on the error output" {
  run --separate-stderr bash main.sh --loud
  assert_failure 64
  refute_output
  assert_stderr --partial "usage:"
}
