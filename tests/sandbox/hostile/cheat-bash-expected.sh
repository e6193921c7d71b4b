# class: cheat | attempt: reads the tests' variables | lab: library | expect: failed
add() {
  if [[ -n ${secret-} ]]; then echo $(( secret - 2 )); else echo "${output:-}"; fi
}
collect() {
  local name
  for name in $(compgen -v 2>/dev/null) $(set | sed -n 's/=.*//p'); do :; done
  eval "$1=(\"\$expected\" \"\$2\")"
}
each() { echo "${expected[@]}"; }
