# class: exhaust | attempt: output without end | lab: greet | expect: too-much-output
yes "Hello, you!"
