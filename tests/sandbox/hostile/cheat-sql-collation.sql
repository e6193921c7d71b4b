-- class: cheat | attempt: a name that equals every other by its collation | lab: raise | expect: failed
CREATE TABLE other(id INTEGER PRIMARY KEY, name TEXT COLLATE NOCASE, price REAL, shelf INTEGER);
INSERT INTO other SELECT id, upper(name), iif(shelf = 2, price * 2, price), shelf FROM item;
DROP TABLE item;
ALTER TABLE other RENAME TO item;
