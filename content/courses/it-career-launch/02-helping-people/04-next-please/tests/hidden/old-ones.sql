-- case: the rule for old ones looks at fours only
-- ordered: true
CREATE TABLE tickets (id INTEGER PRIMARY KEY, status TEXT NOT NULL, people INTEGER NOT NULL, hurts TEXT NOT NULL, opened TEXT NOT NULL);
INSERT INTO tickets VALUES
  (9, 'open', 1, 'later', '2026-03-04'), (3, 'open', 1, 'later', '2026-03-05'), (5, 'open', 3, 'later', '2026-03-04'),
  (4, 'open', 1, 'now', '2026-01-04'), (2, 'open', 30, 'later', '2026-01-01'), (8, 'open', 1, 'today', '2026-02-01'), (7, 'open', 1, 'later', '2026-03-04');
