-- case: loans of the years before and after
-- ordered: true
CREATE TABLE branches (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE loans (id INTEGER PRIMARY KEY, branch INTEGER NOT NULL, lent TEXT NOT NULL);
INSERT INTO branches (id, name) VALUES (1, 'Harbour'), (2, 'Old town');
INSERT INTO loans (branch, lent) VALUES
  (1, '2025-12-31'), (1, '2026-01-01'), (1, '2026-12-31'), (1, '2027-01-01'), (2, '2025-06-01'), (2, '2027-06-01');
