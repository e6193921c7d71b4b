-- case: nothing to replace
CREATE TABLE devices (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, model TEXT NOT NULL, site TEXT NOT NULL, bought TEXT NOT NULL, owner TEXT);
INSERT INTO devices (id, kind, model, site, bought, owner) VALUES
  (1, 'laptop', 'L-14', 'Ghent', '2016-01-01', NULL),
  (2, 'printer', 'P-40', 'Ghent', '2016-01-01', 'lab');
