# class: exhaust | attempt: a million words from braces | lab: greet | expect: errored
echo {1..100}{1..100}{1..100}{1..100}
