#!/usr/bin/env bash
# Prints the addresses that failed to sign in, the most first.
set -uo pipefail

least=${2:-5}

grep 'sshd: Failed password for ' "$1" |
  awk '{ print $(NF-2) }' |
  sort | uniq -c |
  awk -v least="$least" '$1 >= least { print $1, $2 }' |
  sort -k1,1nr -k2
exit 0
