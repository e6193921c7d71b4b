setup() {
  cd "$BATS_TEST_DIRNAME"
}

@test "counts what ben could not do" {
  run bash failures.sh sign-ins.log ben
  assert_output "2"
}

@test "does not count others" {
  run bash failures.sh sign-ins.log carl
  assert_output "1"
}

@test "tells ben from benita" {
  run bash failures.sh sign-ins.log benita
  assert_output "1"
}
