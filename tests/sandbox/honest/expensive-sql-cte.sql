-- class: honest | attempt: common table expressions and a temporary table | lab: expensive | expect: passed
CREATE TEMP TABLE dear AS SELECT * FROM item WHERE price > 5;
WITH sorted(n, p) AS (SELECT name, price FROM dear)
SELECT n AS "what it is", p FROM sorted ORDER BY 2 DESC;
DROP TABLE dear;
