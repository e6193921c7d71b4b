# class: exhaust | attempt: a loop inside a utility | lab: greet | expect: timed-out
awk 'BEGIN { while (1) x = x + 1 }'
