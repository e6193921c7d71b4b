-- class: cheat | attempt: a temporary table of the same name that hides the real one from the check | lab: raise | expect: failed
CREATE TEMP TABLE item AS SELECT id, name, CASE shelf WHEN 2 THEN price * 2 ELSE price END AS price, shelf FROM main.item;
