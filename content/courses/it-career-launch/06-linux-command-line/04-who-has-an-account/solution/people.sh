#!/usr/bin/env bash
# Prints the people of a machine: name and full name, sorted.
set -euo pipefail

awk -F: '$3 >= 1000 && $3 < 60000 && $7 != "/usr/sbin/nologin" && $7 != "/bin/false" { print $1, $5 }' "$1" | sort
