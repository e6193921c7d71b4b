-- class: exhaust | attempt: one huge blob | lab: expensive | expect: out-of-memory
SELECT hex(randomblob(400000000)), 1;
