# class: exhaust | attempt: a loop that does not end | lab: greet | expect: timed-out
while :; do :; done
