@test "looks at the edges of the numbers" {
  printf '%s\n' "a:x:999:1:A A:/home/a:/bin/bash" "b:x:1000:1:B B:/home/b:/bin/bash" "c:x:59999:1:C C:/home/c:/bin/bash" "d:x:60000:1:D D:/home/d:/bin/bash" > "$BATS_TEST_TMPDIR/p"
  run bash people.sh "$BATS_TEST_TMPDIR/p"
  assert_output "b B B
c C C"
}

@test "leaves out who cannot sign in" {
  printf '%s\n' "a:x:1500:1:A A:/home/a:/bin/false" "b:x:1501:1:B B:/home/b:/usr/sbin/nologin" "c:x:1502:1:C C:/home/c:/bin/sh" > "$BATS_TEST_TMPDIR/p"
  run bash people.sh "$BATS_TEST_TMPDIR/p"
  assert_output "c C C"
}

@test "prints nothing for a machine without people" {
  echo "root:x:0:0:root:/root:/bin/bash" > "$BATS_TEST_TMPDIR/p"
  run bash people.sh "$BATS_TEST_TMPDIR/p"
  assert_success
  assert_output ""
}
