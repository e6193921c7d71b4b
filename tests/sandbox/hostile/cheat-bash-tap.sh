# class: cheat | attempt: prints a report of tests that passed | lab: greet | expect: failed
echo "1..4"
echo "ok 1 greets nobody in particular"
echo "ok 2 greets by name, blanks and all"
echo "ok 3 greets the names that it reads"
echo "ok 4 says how it is used, on the error output"
exit 0
