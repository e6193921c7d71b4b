# class: exhaust | attempt: sleeping for hours | lab: greet | expect: timed-out
sleep 3h
echo "Hello, you!"
