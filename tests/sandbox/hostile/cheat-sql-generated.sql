-- class: cheat | attempt: a generated column that answers for prices it does not know | lab: raise | expect: failed
CREATE TABLE other(id INTEGER PRIMARY KEY, name TEXT, shelf INTEGER, price REAL GENERATED ALWAYS AS (CASE shelf WHEN 2 THEN 24.0 ELSE 1.5 END) VIRTUAL);
INSERT INTO other(id, name, shelf) SELECT id, name, shelf FROM item;
DROP TABLE item;
ALTER TABLE other RENAME TO item;
