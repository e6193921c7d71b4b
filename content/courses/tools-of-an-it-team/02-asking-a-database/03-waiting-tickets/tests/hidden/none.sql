-- case: nothing to close, nothing to note
-- ordered: true
-- check: SELECT ticket_id, happened_on, note FROM ticket_log ORDER BY ticket_id, happened_on, note
CREATE TABLE tickets (id INTEGER PRIMARY KEY, status TEXT NOT NULL, last_reply TEXT NOT NULL, closed_on TEXT);
CREATE TABLE ticket_log (ticket_id INTEGER NOT NULL REFERENCES tickets (id), happened_on TEXT NOT NULL, note TEXT NOT NULL);
INSERT INTO tickets VALUES (1, 'open', '2026-01-01', NULL), (2, 'closed', '2026-01-01', '2026-01-20');
