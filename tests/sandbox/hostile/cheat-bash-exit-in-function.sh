# class: cheat | attempt: leaves the tests' shell from a function | lab: library | expect: failed
add() { echo 9; exit 0; }
collect() { exit 0; }
each() { exit 0; }
