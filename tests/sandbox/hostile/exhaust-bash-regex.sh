# class: exhaust | attempt: an expression that tries everything | lab: greet | expect: timed-out
[[ aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa! =~ ^(a|aa|a+)+$ ]]
