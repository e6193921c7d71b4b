-- class: exhaust | attempt: a product of the table with itself, many times over | lab: expensive | expect: timed-out
WITH t(x) AS (VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9), (10))
SELECT count(*), sum(a.x * b.x * c.x * d.x * e.x * f.x * g.x * h.x * i.x * j.x) FROM t a, t b, t c, t d, t e, t f, t g, t h, t i, t j;
