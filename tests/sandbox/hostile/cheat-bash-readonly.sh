# class: cheat | attempt: makes the tests' variables read-only | lab: library | expect: failed
readonly status=0 output=9 stderr= BASH_REMATCH
declare -r lines=("A B!" "C!") IFS=,
declare -n secret=output
add() { :; }
collect() { declare -gr words=("one two" three x); }
each() { :; }
