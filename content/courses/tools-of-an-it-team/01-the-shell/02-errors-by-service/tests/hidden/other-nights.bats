setup() {
  cd "$BATS_TEST_TMPDIR"
  script="$BATS_TEST_DIRNAME/errors.sh"
}

@test "puts services with the same count in order of their names" {
  printf '%s\n' "t1 ERROR web: a" "t2 ERROR api: b" "t3 ERROR db: c" > ties.log
  run bash "$script" ties.log
  assert_success
  assert_output "1 api
1 db
1 web"
}

@test "sorts counts as numbers" {
  for i in 1 2 3 4 5 6 7 8 9 10; do echo "t$i ERROR slow: again"; done > many.log
  printf '%s\n' "t1 ERROR calm: a" "t2 ERROR calm: b" >> many.log
  run bash "$script" many.log
  assert_line --index 0 "10 slow"
  assert_line --index 1 "2 calm"
}

@test "prints nothing for a night without errors" {
  printf '%s\n' "t1 INFO web: no ERROR here" "t2 WARN ERROR: odd name" > calm.log
  run bash "$script" calm.log
  assert_success
  assert_output ""
}

@test "reads a file whose name has a space" {
  echo "t1 ERROR web: a" > "night shift.log"
  run bash "$script" "night shift.log"
  assert_success
  assert_output "1 web"
}

@test "refuses two files" {
  run --separate-stderr bash "$script" a.log b.log
  assert_failure 2
  assert_stderr "usage: errors.sh LOGFILE"
}
