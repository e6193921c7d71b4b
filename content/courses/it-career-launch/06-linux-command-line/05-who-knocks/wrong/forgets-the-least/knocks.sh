grep 'sshd: Failed password for ' "$1" | awk '{ print $(NF-2) }' | sort | uniq -c | awk '{ print $1, $2 }' | sort -k1,1nr -k2
exit 0
