# class: escape | attempt: looks for the tests and prints them | lab: greet | expect: failed
cat ./*.bats 2> /dev/null
grep -rh "assert_" / --include='*.bats' --include='*.bash' 2> /dev/null
for file in /proc/*/environ /proc/self/maps /etc/shadow; do cat "$file" 2> /dev/null; done
find / -name '*.bats' 2> /dev/null
declare -f
set
caller 0
echo "${BASH_SOURCE[*]} ${FUNCNAME[*]} ${BASH_LINENO[*]}"
