# class: exhaust | attempt: a loop left behind in the background | lab: greet | expect: timed-out
while :; do sleep 0.01; done &
echo "Hello, ${1:-you}!"
