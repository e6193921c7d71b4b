#!/usr/bin/env bash
# Prints how many errors each service has in a log, the most first.
set -euo pipefail

if [[ $# -ne 1 ]]; then
  echo "usage: errors.sh LOGFILE"
  exit 2
fi
if [[ ! -r $1 ]]; then
  echo "errors.sh: cannot read $1"
  exit 2
fi

awk '$2 == "ERROR" { sub(/:$/, "", $3); count[$3]++ } END { for (service in count) print count[service], service }' "$1" |
  sort -k1,1nr -k2,2
