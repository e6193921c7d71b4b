awk -F: '$7 != "/usr/sbin/nologin" && $7 != "/bin/false" { print $1, $5 }' "$1" | sort
