-- class: exhaust | attempt: more rows than anybody could want | lab: expensive | expect: failed
WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 200000) SELECT x, hex(x) FROM n;
