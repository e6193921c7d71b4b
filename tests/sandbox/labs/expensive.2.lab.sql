-- case: another shop
-- ordered: true
CREATE TABLE item(id INTEGER PRIMARY KEY, name TEXT NOT NULL, price REAL, shelf INTEGER);
INSERT INTO item VALUES (7, 'lamp', 48.25, 9), (8, 'cup', 5, 9), (9, 'jar', 5.01, 8), (10, 'cup', 6, 1);
