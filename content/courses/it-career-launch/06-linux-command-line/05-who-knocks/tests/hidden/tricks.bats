log() {
  for i in $(seq "$1"); do echo "02:00:0$i sshd: Failed password for $2 from $3 port 4$i"; done
}

@test "is not misled by names of users" {
  { log 2 "invalid user from 10.9.9.9 port 1" 192.0.2.4; log 1 root 192.0.2.4; echo "02:00 sshd: Accepted password for Failed from 192.0.2.4 port 7"; echo "03:00 cron: Failed password for x from 192.0.2.4 port 1"; } > "$BATS_TEST_TMPDIR/a.log"
  run bash knocks.sh "$BATS_TEST_TMPDIR/a.log" 1
  assert_output "3 192.0.2.4"
}

@test "sorts counts as numbers, and equal ones by the address" {
  { log 10 a 192.0.2.9; log 9 a 192.0.2.5; log 9 a 192.0.2.30; log 2 a 192.0.2.1; } > "$BATS_TEST_TMPDIR/b.log"
  run bash knocks.sh "$BATS_TEST_TMPDIR/b.log" 2
  assert_output "10 192.0.2.9
9 192.0.2.30
9 192.0.2.5
2 192.0.2.1"
}

@test "takes five as the usual number" {
  { log 5 a 192.0.2.9; log 4 a 192.0.2.5; } > "$BATS_TEST_TMPDIR/c.log"
  run bash knocks.sh "$BATS_TEST_TMPDIR/c.log"
  assert_output "5 192.0.2.9"
}

@test "says nothing of a quiet night" {
  echo "02:00 cron: job finished" > "$BATS_TEST_TMPDIR/d.log"
  run bash knocks.sh "$BATS_TEST_TMPDIR/d.log" 1
  assert_success
  assert_output ""
}
