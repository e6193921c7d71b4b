#!/usr/bin/env bash
awk '$3 == "reply" { replies[$2]++; all[$2]++ }
     $3 == "timeout" { lost[$2]++; all[$2]++ }
     END { for (machine in all) print int(100 * lost[machine] / (replies[machine] > 0 ? replies[machine] : 1)) "%", machine }' "$1" |
  sort -k1,1nr -k2,2
