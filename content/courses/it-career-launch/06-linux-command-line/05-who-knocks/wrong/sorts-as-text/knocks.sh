least=${2:-5}
grep 'sshd: Failed password for ' "$1" | awk '{ print $(NF-2) }' | sort | uniq -c | awk -v least="$least" '$1 >= least { print $1, $2 }' | sort -r
exit 0
