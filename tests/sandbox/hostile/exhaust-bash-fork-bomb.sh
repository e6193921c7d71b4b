# class: exhaust | attempt: processes that start processes | lab: greet | expect: errored
:() { : | : & }
:
wait
