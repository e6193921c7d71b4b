# class: exhaust | attempt: a text that doubles | lab: greet | expect: out-of-memory
x=0123456789abcdef
while true; do x=$x$x; done
