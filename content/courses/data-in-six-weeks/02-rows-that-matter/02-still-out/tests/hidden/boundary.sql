-- case: a loan of the first of February, and one of the day before
-- ordered: true
CREATE TABLE loans (id INTEGER PRIMARY KEY, member INTEGER NOT NULL, book TEXT NOT NULL, lent TEXT NOT NULL, returned TEXT);
INSERT INTO loans (member, book, lent, returned) VALUES
  (1, 'Bread', '2026-02-01', NULL),
  (2, 'Atlas', '2026-01-31', NULL),
  (3, 'Maps', '2025-12-31', NULL);
