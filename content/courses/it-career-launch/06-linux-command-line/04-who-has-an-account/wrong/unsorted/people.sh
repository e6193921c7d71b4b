awk -F: '$3 >= 1000 && $3 < 60000 && $7 != "/usr/sbin/nologin" && $7 != "/bin/false" { print $1, $5 }' "$1"
