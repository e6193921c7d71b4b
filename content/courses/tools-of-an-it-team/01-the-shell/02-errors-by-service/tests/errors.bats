@test "counts the errors of the night, the most first" {
  run bash errors.sh night.log
  assert_success
  assert_output "3 scanner
2 printer
1 label-server"
}

@test "says how it is used" {
  run --separate-stderr bash errors.sh
  assert_failure 2
  assert_output ""
  assert_stderr "usage: errors.sh LOGFILE"
}

@test "says which file it cannot read" {
  run --separate-stderr bash errors.sh nowhere.log
  assert_failure 2
  assert_output ""
  assert_stderr "errors.sh: cannot read nowhere.log"
}
