@test "shows who failed at least three times" {
  run bash knocks.sh auth.log 3
  assert_success
  assert_output "4 198.51.100.7
3 203.0.113.9"
}

@test "wants five failures when nothing is said" {
  run bash knocks.sh auth.log
  assert_success
  assert_output ""
}
