least=${2:-5}
grep 'sshd: ' "$1" | awk '{ print $(NF-2) }' | sort | uniq -c | awk -v least="$least" '$1 >= least { print $1, $2 }' | sort -k1,1nr -k2
exit 0
