# class: honest | attempt: helpers named as the tests' words, noisy while sourced | lab: library | expect: passed
echo "loading the library" >&2
run() { "$@"; }
fail() { echo "error: $*" >&2; return 1; }
setup() { total=0; }
output=none

add() {
  setup
  local number
  for number in "$@"; do
    [[ $number =~ ^-?[0-9]+$ ]] || { fail "$number is no number"; return; }
    total=$(( total + number ))
  done
  run echo "$total"
}
collect() { eval "$1=(\"\${@:2}\")"; }
each() { for value in "${@:2}"; do run "$1" "$value"; done; }

if [[ ${BASH_SOURCE[0]} == "$0" ]]; then add "$@"; fi
