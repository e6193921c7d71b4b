-- class: exhaust | attempt: one huge text made by a format | lab: expensive | expect: out-of-memory
SELECT printf('%.*c', 900000000, 'x'), 1;
