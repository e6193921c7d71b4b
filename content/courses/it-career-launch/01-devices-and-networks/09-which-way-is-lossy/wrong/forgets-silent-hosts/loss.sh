#!/usr/bin/env bash
awk '$3 == "reply" { replies[$2]++ }
     $3 == "timeout" { lost[$2]++ }
     END { for (machine in replies) print int(100 * lost[machine] / (replies[machine] + lost[machine])) "%", machine }' "$1" |
  sort -k1,1nr -k2,2
