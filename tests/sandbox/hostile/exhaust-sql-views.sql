-- class: exhaust | attempt: views upon views, each asking twice for the one below | lab: expensive | expect: timed-out
CREATE VIEW v0 AS SELECT 1 AS x UNION ALL SELECT 2;
CREATE VIEW v1 AS SELECT a.x FROM v0 a, v0 b;
CREATE VIEW v2 AS SELECT a.x FROM v1 a, v1 b;
CREATE VIEW v3 AS SELECT a.x FROM v2 a, v2 b;
CREATE VIEW v4 AS SELECT a.x FROM v3 a, v3 b;
CREATE VIEW v5 AS SELECT a.x FROM v4 a, v4 b;
SELECT count(*), 1 FROM v5;
