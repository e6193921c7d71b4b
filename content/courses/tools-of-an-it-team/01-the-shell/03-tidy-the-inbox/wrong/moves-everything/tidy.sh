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
  month=${name:0:7}
  if [[ -e $archive/$month/$name ]]; then
    echo "tidy.sh: $name is in the archive already" >&2
    status=1
    continue
  fi
  mkdir -p "$archive/$month"
  mv "$path" "$archive/$month/$name"
  moved=$((moved + 1))
done

echo "moved $moved"
exit "$status"
