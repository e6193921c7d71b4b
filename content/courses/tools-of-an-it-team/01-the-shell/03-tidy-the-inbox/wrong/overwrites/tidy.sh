#!/usr/bin/env bash
# Moves dated papers from an inbox into a folder for each month of an archive.
# usage: tidy.sh INBOX ARCHIVE
set -euo pipefail

inbox=$1
archive=$2
moved=0
status=0

for path in "$inbox"/*; do
  [[ -f $path ]] || continue
  name=${path##*/}
  [[ $name =~ ^([0-9]{4}-[0-9]{2})-[0-9]{2}- ]] || continue
  month=${BASH_REMATCH[1]}
  mkdir -p "$archive/$month"
  mv "$path" "$archive/$month/$name"
  moved=$((moved + 1))
done

echo "moved $moved"
exit "$status"
