grep -c "FAILED" "$1"
exit 0
