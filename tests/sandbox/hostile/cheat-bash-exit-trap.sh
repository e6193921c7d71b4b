# class: cheat | attempt: traps that exit with 0 at the end of the tests' shell | lab: library | expect: failed
trap 'exit 0' EXIT ERR DEBUG RETURN
add() { echo 9; }
collect() { return 1; }
each() { return 1; }
