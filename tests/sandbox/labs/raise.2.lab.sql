-- case: shelf two is empty
-- check: SELECT id, name, price FROM item ORDER BY id
CREATE TABLE item(id INTEGER PRIMARY KEY, name TEXT NOT NULL, price REAL, shelf INTEGER);
INSERT INTO item VALUES (11, 'lamp', 48.25, 9), (12, 'cup', 5, 1);
