disks() {
  echo "Filesystem Size Used Avail Use% Mounted on"
  while [ $# -gt 0 ]; do echo "/dev/x 1G 1G 1G $1% $2"; shift 2; done
}

@test "counts the edge itself" {
  disks 80 /a 79 /b 95 /c 94 /d > "$BATS_TEST_TMPDIR/df"
  run bash disk.sh "$BATS_TEST_TMPDIR/df" 80 95
  assert_failure 2
  assert_output "WARNING /a 80%
CRITICAL /c 95%
WARNING /d 94%"
}

@test "warns with 1 when nothing is worse" {
  disks 81 /a 10 /b > "$BATS_TEST_TMPDIR/df"
  run bash disk.sh "$BATS_TEST_TMPDIR/df" 80 95
  assert_failure 1
  assert_output "WARNING /a 81%"
}

@test "a warning after something critical makes it no better" {
  disks 99 /a 85 /b > "$BATS_TEST_TMPDIR/df"
  run bash disk.sh "$BATS_TEST_TMPDIR/df" 80 95
  assert_failure 2
}

@test "is fine with a machine that has no disks" {
  disks > "$BATS_TEST_TMPDIR/df"
  run bash disk.sh "$BATS_TEST_TMPDIR/df" 80 95
  assert_success
  assert_output "OK"
}

@test "could not check: a missing file, a number that is none, too many arguments" {
  run --separate-stderr bash disk.sh nowhere 80 95
  assert_failure 3
  assert_output ""
  run --separate-stderr bash disk.sh df.txt eighty 95
  assert_failure 3
  assert_output ""
  run --separate-stderr bash disk.sh df.txt 80 9.5
  assert_failure 3
  assert_output ""
  run --separate-stderr bash disk.sh df.txt 80 95 99
  assert_failure 3
  assert_output ""
}
