-- class: exhaust | attempt: a recursive query without end | lab: expensive | expect: timed-out
WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT max(x), 1 FROM n;
