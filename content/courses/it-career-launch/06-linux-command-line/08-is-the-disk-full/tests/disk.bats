@test "names what is nearly full, and ends with the worst" {
  run bash disk.sh df.txt 80 95
  assert_failure 2
  assert_output "WARNING / 87%
CRITICAL /var 96%"
}

@test "says OK when there is room" {
  run bash disk.sh df.txt 97 99
  assert_success
  assert_output "OK"
}

@test "says how it is used" {
  run --separate-stderr bash disk.sh df.txt 80
  assert_failure 3
  assert_output ""
  [ -n "$stderr" ]
}
