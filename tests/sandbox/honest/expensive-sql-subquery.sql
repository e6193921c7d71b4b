-- class: honest | attempt: a subquery, a window and a harmless PRAGMA | lab: expensive | expect: passed
PRAGMA foreign_keys = ON;
SELECT name, price FROM (
  SELECT name, price, row_number() OVER (ORDER BY price DESC) AS place FROM item WHERE id IN (SELECT id FROM item WHERE price > 5)
) ORDER BY place;
