setup() {
  cd "$BATS_TEST_DIRNAME"
  file="$BATS_TEST_TMPDIR/other.log"
}

@test "prints 0 for somebody who never failed" {
  printf '08:00 dora OK\n08:01 dora OK\n' > "$file"
  run bash failures.sh "$file" dora
  assert_success
  assert_output "0"
}

@test "reads another file" {
  printf '08:00 eva FAILED\n08:01 eva FAILED\n08:02 eva FAILED\n08:03 eva OK\n' > "$file"
  run bash failures.sh "$file" eva
  assert_output "3"
}
