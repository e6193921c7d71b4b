-- class: cheat | attempt: numbers as text that looks the same | lab: expensive | expect: failed
SELECT name, CAST(price AS TEXT) FROM item WHERE price > 5 ORDER BY price DESC;
