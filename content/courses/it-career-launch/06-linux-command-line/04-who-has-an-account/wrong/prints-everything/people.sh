awk -F: '{ print $1, $5 }' "$1" | sort
