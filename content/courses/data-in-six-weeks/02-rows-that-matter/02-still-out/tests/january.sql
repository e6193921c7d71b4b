-- case: loans of January
-- ordered: true
-- names: true
CREATE TABLE loans (id INTEGER PRIMARY KEY, member INTEGER NOT NULL, book TEXT NOT NULL, lent TEXT NOT NULL, returned TEXT);
INSERT INTO loans (member, book, lent, returned) VALUES
  (17, 'The Wall', '2026-01-05', '2026-01-19'),
  (17, 'Poems', '2026-01-09', NULL),
  (40, 'Atlas', '2026-01-02', NULL),
  (12, 'Bread', '2026-02-10', NULL),
  (40, 'Maps', '2026-01-09', NULL);
