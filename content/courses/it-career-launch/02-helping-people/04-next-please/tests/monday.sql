-- case: a Monday morning
-- ordered: true
-- names: true
CREATE TABLE tickets (id INTEGER PRIMARY KEY, status TEXT NOT NULL, people INTEGER NOT NULL, hurts TEXT NOT NULL, opened TEXT NOT NULL);
INSERT INTO tickets VALUES
  (1, 'open', 1, 'later', '2026-03-09'), (2, 'open', 6, 'now', '2026-03-09'), (3, 'closed', 80, 'now', '2026-03-08'),
  (4, 'open', 1, 'today', '2026-03-06'), (5, 'waiting', 1, 'now', '2026-03-07'), (6, 'open', 40, 'later', '2026-03-01'),
  (7, 'open', 1, 'later', '2026-03-02');
