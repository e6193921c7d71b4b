least=${2:-5}
grep 'sshd: Failed password for ' "$1" | sed 's/.*Failed.*for .* from \([^ ]*\) .*/\1/; s/^.*from \([^ ]*\).*$/\1/' | awk '{ for (i = 1; i <= NF; i++) if ($i ~ /^[0-9.]+$/) { print $i; break } }' | sort | uniq -c | awk -v least="$least" '$1 > least { print $1, $2 }' | sort -k1,1nr -k2
exit 0
