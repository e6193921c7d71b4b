setup() {
  cd "$BATS_TEST_TMPDIR"
  rm -rf inbox archive
  mkdir inbox
  script="$BATS_TEST_DIRNAME/tidy.sh"
  echo "27 pallets" > inbox/2026-02-27-pallets.txt
  echo "cold" > inbox/2026-03-01-cold-chain.txt
  echo "call back" > inbox/notes.txt
}

@test "moves papers into the folder of their month" {
  run bash "$script" inbox archive
  assert_success
  assert_output "moved 2"
  [ -f archive/2026-02/2026-02-27-pallets.txt ]
  [ "$(cat archive/2026-03/2026-03-01-cold-chain.txt)" = "cold" ]
  [ ! -e inbox/2026-02-27-pallets.txt ]
}

@test "leaves other files alone" {
  run bash "$script" inbox archive
  [ "$(cat inbox/notes.txt)" = "call back" ]
}

@test "never overwrites a paper" {
  mkdir -p archive/2026-03
  echo "older" > archive/2026-03/2026-03-01-cold-chain.txt
  run --separate-stderr bash "$script" inbox archive
  assert_failure 1
  assert_output "moved 1"
  assert_stderr "tidy.sh: 2026-03-01-cold-chain.txt is in the archive already"
  [ "$(cat archive/2026-03/2026-03-01-cold-chain.txt)" = "older" ]
  [ "$(cat inbox/2026-03-01-cold-chain.txt)" = "cold" ]
}
