#!/usr/bin/env bash
# Keeps the newest backups of a folder.
# usage: prune.sh [-n] FOLDER COUNT
set -euo pipefail

die() {
  echo "prune.sh: $1" >&2
  exit 2
}

dry=no
if [[ ${1:-} == -n ]]; then
  dry=yes
  shift
fi
[[ $# -eq 2 ]] || die "usage: prune.sh [-n] FOLDER COUNT"
folder=$1
keep=$2
[[ -d $folder ]] || die "no such folder: $folder"
[[ $keep =~ ^[1-9][0-9]*$ ]] || die "not a whole number of 1 or more: $keep"

found=()
for path in "$folder"/backup-[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9].tar; do
  [[ -f $path ]] && found+=("$path")
done

for (( i = keep; i < ${#found[@]}; i++ )); do
  name=${found[i]##*/}
  if [[ $dry == yes ]]; then
    echo "would remove $name"
  else
    rm -- "${found[i]}"
    echo "removed $name"
  fi
done
