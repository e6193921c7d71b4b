-- case: four branches, one of them without loans
-- ordered: true
-- names: true
CREATE TABLE branches (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE loans (id INTEGER PRIMARY KEY, branch INTEGER NOT NULL, lent TEXT NOT NULL);
INSERT INTO branches (id, name) VALUES (1, 'Harbour'), (2, 'Old town'), (3, 'Station'), (4, 'Mill');
INSERT INTO loans (branch, lent) VALUES
  (1, '2026-01-05'), (1, '2026-02-01'), (2, '2026-01-05'), (2, '2025-12-30'), (4, '2026-03-01');
