-- case: nothing on the shelves
-- ordered: true
CREATE TABLE item(id INTEGER PRIMARY KEY, name TEXT NOT NULL, price REAL, shelf INTEGER);
