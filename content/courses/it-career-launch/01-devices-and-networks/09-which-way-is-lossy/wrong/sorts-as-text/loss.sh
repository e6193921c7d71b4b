#!/usr/bin/env bash
awk '$3 == "reply" || $3 == "timeout" { all[$2]++ }
     $3 == "timeout" { lost[$2]++ }
     END { for (machine in all) print int(100 * lost[machine] / all[machine]) "%", machine }' "$1" |
  sort -r
