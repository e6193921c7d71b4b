setup() {
  cd "$BATS_TEST_TMPDIR"
  rm -rf backups
  mkdir backups
  script="$BATS_TEST_DIRNAME/prune.sh"
  for day in 01 02 03; do echo "$day" > "backups/backup-2026-03-$day.tar"; done
}

@test "removes the oldest one" {
  run bash "$script" backups 2
  assert_success
  assert_output "removed backup-2026-03-01.tar"
  [ ! -e backups/backup-2026-03-01.tar ]
  [ -f backups/backup-2026-03-02.tar ]
  [ -f backups/backup-2026-03-03.tar ]
}

@test "says what it would do, and does nothing" {
  run bash "$script" -n backups 1
  assert_success
  assert_output "would remove backup-2026-03-01.tar
would remove backup-2026-03-02.tar"
  [ -f backups/backup-2026-03-01.tar ]
}

@test "wants at least one to be kept" {
  run --separate-stderr bash "$script" backups 0
  assert_failure 2
  assert_output ""
  [ -f backups/backup-2026-03-01.tar ]
}
