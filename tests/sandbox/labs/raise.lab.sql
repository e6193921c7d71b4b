-- case: two shelves
-- check: SELECT id, name, price FROM item ORDER BY id
CREATE TABLE item(id INTEGER PRIMARY KEY, name TEXT NOT NULL, price REAL, shelf INTEGER);
INSERT INTO item VALUES (1, 'pen', 1.5, 1), (2, 'book', 12, 2), (3, 'bag', 30, 2), (4, 'map', NULL, 2);
