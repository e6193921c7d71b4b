grep -c " $2 " "$1"
exit 0
