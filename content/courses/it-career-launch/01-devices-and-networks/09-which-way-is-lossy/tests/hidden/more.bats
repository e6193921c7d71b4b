@test "rounds down" {
  printf '%s\n' "1 a timeout" "2 a reply 1ms" "3 a reply 1ms" "1 b timeout" "2 b timeout" "3 b reply 1ms" > "$BATS_TEST_TMPDIR/thirds.log"
  run bash loss.sh "$BATS_TEST_TMPDIR/thirds.log"
  assert_output "66% b
33% a"
}

@test "sorts per cents as numbers, and equal ones by the address" {
  {
    for i in 1 2 3 4 5 6 7 8 9 10 11; do echo "$i slow timeout"; done
    echo "1 fine reply 1ms"; echo "2 fine timeout"
    for i in 1 2 3 4 5 6 7 8 9 10; do echo "$i good reply 1ms"; done
    echo "11 good timeout"
    echo "1 also timeout"; echo "2 also reply 9ms"
  } > "$BATS_TEST_TMPDIR/order.log"
  run bash loss.sh "$BATS_TEST_TMPDIR/order.log"
  assert_output "100% slow
50% also
50% fine
9% good"
}

@test "leaves remarks out, whatever words are in them" {
  printf '%s\n' "# 10.1.1.9 has a timeout of 2 s" "1 10.1.1.1 reply 1ms" "2 10.1.1.1 restarted timeout" "" > "$BATS_TEST_TMPDIR/remarks.log"
  run bash loss.sh "$BATS_TEST_TMPDIR/remarks.log"
  assert_success
  assert_output "0% 10.1.1.1"
}
