# class: honest | attempt: the old way: test, expr, backticks, shift | lab: greet | expect: passed
usage() {
  echo "usage: `basename $0` names" 1>&2
  exit 64
}
if test $# -eq 0; then set -- you; fi
if test "x$1" = "x-"; then
  sed 's/^/Hello, /; s/$/!/'
  exit
fi
if expr "$1" : '-' > /dev/null; then usage; fi
while [ $# -gt 0 ]; do
  echo "Hello, $1!"
  shift
done
