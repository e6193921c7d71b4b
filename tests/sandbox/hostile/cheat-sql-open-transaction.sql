-- class: cheat | attempt: a change that is never stored, seen only on the same connection | lab: raise | expect: failed
BEGIN EXCLUSIVE;
UPDATE item SET price = price * 2 WHERE shelf = 2;
