#!/usr/bin/env bash
# Says which disks are nearly full, for a monitoring system.
set -uo pipefail

die() {
  echo "disk.sh: $1" >&2
  exit 3
}

[[ $# -eq 3 ]] || die "usage: disk.sh FILE WARNING CRITICAL"
[[ -r $1 ]] || die "cannot read $1"
for number in "$2" "$3"; do
  [[ $number =~ ^[0-9]+$ ]] || die "$number is not a whole number"
done

code=0
while read -r _ _ _ _ use place; do
  percent=${use%\%}
  if (( percent >= $3 )); then
    echo "CRITICAL $place $use"
    code=2
  elif (( percent >= $2 )); then
    echo "WARNING $place $use"
    (( code == 2 )) || code=1
  fi
done < <(tail -n +2 "$1")

[[ $code -ne 0 ]] || echo "OK"
exit "$code"
