@test "lists the people, sorted by name" {
  run bash people.sh passwd
  assert_success
  assert_output "jun Jun Tanaka
mira Mira Haddad
zofia Zofia Kowalska"
}
