# class: honest | attempt: plain functions with namerefs and indirection | lab: library | expect: passed
add() {
  local sum=0 n
  for n; do (( sum += n )); done
  echo "$sum"
}
collect() {
  local -n into=$1
  into=("${@:2}")
}
each() {
  local act=$1
  shift
  while (( $# )); do
    "$act" "$1"
    shift
  done
}
