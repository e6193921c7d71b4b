-- class: cheat | attempt: the rows of the visible data set written down | lab: expensive | expect: failed
SELECT 'bag' AS name, 30.0 AS price UNION ALL SELECT 'book', 12.0;
