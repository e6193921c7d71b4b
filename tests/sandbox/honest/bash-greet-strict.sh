# class: honest | attempt: strict mode, main function, traps and getopts | lab: greet | expect: passed
set -euo pipefail
IFS=$'\n\t'

readonly EX_USAGE=64
made=$(mktemp)
trap 'rm -f "$made"' EXIT

die() {
  local -r status=$1
  shift
  printf 'usage: %s\n' "$*" >&2
  exit "$status"
}

greet() { printf 'Hello, %s!\n' "${1:-you}"; }

main() {
  local option
  if [[ ${1:-} == --* ]]; then die "$EX_USAGE" "main.sh [-] [name ...]"; fi
  while getopts ':h' option; do
    [[ $option == h ]] && die 0 "main.sh"
  done
  if (( $# == 0 )); then
    greet
  elif [[ $1 == - ]]; then
    cat > "$made"
    while read -r name || [[ -n $name ]]; do greet "$name"; done < "$made"
  else
    local names=("$@") i
    for i in "${!names[@]}"; do greet "${names[i]}"; done
  fi
}

main "$@"
