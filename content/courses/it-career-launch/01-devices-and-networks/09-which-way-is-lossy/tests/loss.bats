@test "says what was lost in the night, the worst first" {
  run bash loss.sh pings.log
  assert_success
  assert_output "50% 10.9.0.20
20% 10.0.9.1
0% 10.0.0.1
0% 10.4.2.1"
}

@test "does not forget a machine that never answered" {
  printf '%s\n' "03:00 10.1.1.1 timeout" "03:01 10.1.1.1 timeout" "03:01 10.1.1.2 reply 1ms" > "$BATS_TEST_TMPDIR/silent.log"
  run bash loss.sh "$BATS_TEST_TMPDIR/silent.log"
  assert_success
  assert_line --index 0 "100% 10.1.1.1"
  assert_line --index 1 "0% 10.1.1.2"
}
