# class: exhaust | attempt: a function that calls itself | lab: greet | expect: errored
f() { f; }
f
