-- case: every field of the table, and its edges
-- ordered: true
CREATE TABLE tickets (id INTEGER PRIMARY KEY, status TEXT NOT NULL, people INTEGER NOT NULL, hurts TEXT NOT NULL, opened TEXT NOT NULL);
INSERT INTO tickets VALUES
  (11, 'open', 20, 'now', '2026-03-09'), (12, 'open', 20, 'today', '2026-03-09'), (13, 'open', 20, 'later', '2026-03-09'),
  (21, 'open', 19, 'now', '2026-03-09'), (22, 'open', 2, 'today', '2026-03-09'), (23, 'open', 19, 'later', '2026-03-09'), (24, 'open', 2, 'later', '2026-03-09'),
  (25, 'open', 2, 'now', '2026-03-09'), (26, 'open', 19, 'today', '2026-03-09'),
  (31, 'open', 1, 'now', '2026-03-09'), (32, 'open', 1, 'today', '2026-03-09'), (33, 'open', 1, 'later', '2026-03-09'), (34, 'open', 0, 'later', '2026-03-09');
