# class: cheat | attempt: calls the tests' own functions for an answer | lab: library | expect: failed
add() { setup; teardown; bats_test_1; fail; skip "not today"; assert_success; echo "${output-}"; }
collect() { skip "not today"; }
each() { skip "not today"; exit 0; }
