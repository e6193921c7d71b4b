-- class: exhaust | attempt: a table that doubles until memory is gone | lab: raise | expect: out-of-memory
CREATE TABLE big(b);
WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n LIMIT 400) INSERT INTO big SELECT zeroblob(1000000) FROM n;
