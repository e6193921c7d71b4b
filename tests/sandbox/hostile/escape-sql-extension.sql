-- class: escape | attempt: loads a library of the machine | lab: expensive | expect: errored
SELECT load_extension('/lib/x86_64-linux-gnu/libc.so.6', 'system'), 1;
