# How often could one person not sign in?
# usage: failures.sh FILE NAME

file=$1
name=$2

grep -c " $name FAILED" "$file"
exit 0
