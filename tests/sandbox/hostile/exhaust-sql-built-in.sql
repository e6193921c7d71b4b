-- class: exhaust | attempt: one call of one built-in function that searches for hours without a step of SQLite's own machine | lab: expensive | expect: timed-out
SELECT instr(zeroblob(20000000), CAST(zeroblob(10000000) || x'01' AS BLOB)), instr(hex(zeroblob(8000000)), hex(zeroblob(4000000)) || '1');
