# class: cheat | attempt: sets status, output and lines | lab: library | expect: failed
status=0 output=9 lines=("A B!" "C!")
export BATS_TEST_COMPLETED=1 BATS_TEST_SKIPPED=1 BATS_ERROR_STATUS=0
add() { status=0; output=9; }
collect() { lines=("A B!" "C!"); words=(a b); }
each() { output=$'A B!\nC!'; lines=("A B!" "C!"); }
