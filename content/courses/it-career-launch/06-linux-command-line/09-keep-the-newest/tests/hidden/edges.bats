setup() {
  cd "$BATS_TEST_TMPDIR"
  rm -rf "my backups"
  mkdir "my backups"
  script="$BATS_TEST_DIRNAME/prune.sh"
}

@test "removes nothing when there are as many as are kept, or fewer, or none" {
  run bash "$script" "my backups" 1
  assert_success
  assert_output ""
  echo a > "my backups/backup-2025-12-31.tar"
  run bash "$script" "my backups" 1
  assert_success
  assert_output ""
  [ -f "my backups/backup-2025-12-31.tar" ]
}

@test "leaves everything else alone" {
  for name in backup-2026-03-01.tar.part backup-old.tar notes.txt backup-2026-3-1.tar; do echo x > "my backups/$name"; done
  mkdir "my backups/backup-2026-01-01.tar" "my backups/below"
  echo x > "my backups/below/backup-2024-01-01.tar"
  echo x > "my backups/backup-2026-03-02.tar"
  echo x > "my backups/backup-2026-03-03.tar"
  run bash "$script" "my backups" 1
  assert_success
  assert_output "removed backup-2026-03-02.tar"
  [ -f "my backups/backup-2026-03-01.tar.part" ]
  [ -f "my backups/backup-old.tar" ]
  [ -d "my backups/backup-2026-01-01.tar" ]
  [ -f "my backups/below/backup-2024-01-01.tar" ]
}

@test "goes by the name, over years, the oldest first" {
  for day in 2025-12-30 2026-01-02 2025-12-31 2026-01-01; do echo x > "my backups/backup-$day.tar"; done
  touch "my backups/backup-2025-12-30.tar"
  run bash "$script" "my backups" 1
  assert_output "removed backup-2025-12-30.tar
removed backup-2025-12-31.tar
removed backup-2026-01-01.tar"
}

@test "keeps ten when ten are to be kept" {
  for day in 01 02 03 04 05 06 07 08 09 10 11; do echo x > "my backups/backup-2026-02-$day.tar"; done
  run bash "$script" "my backups" 10
  assert_success
  assert_output "removed backup-2026-02-01.tar"
}

@test "refuses what it does not understand" {
  echo x > "my backups/backup-2026-03-02.tar"
  for count in two -1 1.5 ""; do
    run --separate-stderr bash "$script" "my backups" "$count"
    assert_failure 2
    assert_output ""
  done
  run --separate-stderr bash "$script" nowhere 1
  assert_failure 2
  assert_output ""
  run --separate-stderr bash "$script" "my backups"
  assert_failure 2
  run --separate-stderr bash "$script" -n "my backups" 1 2
  assert_failure 2
  [ -f "my backups/backup-2026-03-02.tar" ]
}
