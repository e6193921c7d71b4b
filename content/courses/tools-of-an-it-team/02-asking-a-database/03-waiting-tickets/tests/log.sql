-- case: the log afterwards
-- ordered: true
-- check: SELECT ticket_id, happened_on, note FROM ticket_log ORDER BY ticket_id, happened_on, note
CREATE TABLE tickets (id INTEGER PRIMARY KEY, status TEXT NOT NULL, last_reply TEXT NOT NULL, closed_on TEXT);
CREATE TABLE ticket_log (ticket_id INTEGER NOT NULL REFERENCES tickets (id), happened_on TEXT NOT NULL, note TEXT NOT NULL);
INSERT INTO tickets VALUES
  (1, 'waiting', '2026-02-20', NULL),
  (2, 'waiting', '2026-03-18', NULL),
  (3, 'open', '2026-01-11', NULL),
  (4, 'closed', '2026-02-01', '2026-02-15'),
  (5, 'waiting', '2026-03-05', NULL);
INSERT INTO ticket_log VALUES (4, '2026-02-15', 'solved');
