#!/usr/bin/env bats
# Reads and writes files. NONCE-0c9e51
setup() {
  printf '%s\n' "3 pear" "1 apple" "2 fig" "1 apple" > "$BATS_TEST_TMPDIR/fruit.txt"
}
teardown() {
  rm -f report.txt
}

@test "writes a sorted report without repeated lines" {
  run bash main.sh "$BATS_TEST_TMPDIR/fruit.txt" report.txt
  assert_success
  [ -f report.txt ]
  run cat report.txt
  assert_output $'1 apple\n2 fig\n3 pear'
}

@test "counts the lines that it wrote" {
  run bash main.sh "$BATS_TEST_TMPDIR/fruit.txt" report.txt
  assert_output --regexp '^3 lines?$'
}

@test "refuses a file that is not there and writes nothing" {
  run bash main.sh nowhere.txt report.txt
  assert_failure
  assert_output --partial "nowhere.txt"
  [ ! -e report.txt ]
}
