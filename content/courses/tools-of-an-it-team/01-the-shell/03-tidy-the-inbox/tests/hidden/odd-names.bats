setup() {
  cd "$BATS_TEST_TMPDIR"
  rm -rf inbox archive
  mkdir inbox
  script="$BATS_TEST_DIRNAME/tidy.sh"
}

@test "moves nothing out of an empty inbox" {
  run bash "$script" inbox archive
  assert_success
  assert_output "moved 0"
}

@test "keeps names with spaces whole" {
  echo "x" > "inbox/2026-01-05-late delivery.txt"
  run bash "$script" inbox archive
  assert_success
  assert_output "moved 1"
  [ "$(cat "archive/2026-01/2026-01-05-late delivery.txt")" = "x" ]
}

@test "wants the whole date at the beginning of the name" {
  touch inbox/2026-01-summary.txt inbox/scan-2026-01-05-a.txt inbox/20260105-a.txt
  run bash "$script" inbox archive
  assert_output "moved 0"
  [ -f inbox/2026-01-summary.txt ]
  [ -f inbox/scan-2026-01-05-a.txt ]
}

@test "goes on after a paper whose name is taken" {
  mkdir -p archive/2026-01
  echo "old" > archive/2026-01/2026-01-05-a.txt
  echo "new" > inbox/2026-01-05-a.txt
  echo "b" > inbox/2026-01-06-b.txt
  run --separate-stderr bash "$script" inbox archive
  assert_failure 1
  assert_output "moved 1"
  [ -f archive/2026-01/2026-01-06-b.txt ]
  [ "$(cat archive/2026-01/2026-01-05-a.txt)" = "old" ]
}

@test "goes on after a folder and after a name without a date" {
  mkdir inbox/0000-drafts
  touch inbox/1-notes.txt inbox/2026-01-05-a.txt
  run bash "$script" inbox archive
  assert_output "moved 1"
  [ -f archive/2026-01/2026-01-05-a.txt ]
}
