-- case: what is exactly two weeks old is not logged either
-- ordered: true
-- check: SELECT ticket_id FROM ticket_log ORDER BY ticket_id
CREATE TABLE tickets (id INTEGER PRIMARY KEY, status TEXT NOT NULL, last_reply TEXT NOT NULL, closed_on TEXT);
CREATE TABLE ticket_log (ticket_id INTEGER NOT NULL REFERENCES tickets (id), happened_on TEXT NOT NULL, note TEXT NOT NULL);
INSERT INTO tickets VALUES (1, 'waiting', '2026-03-06', NULL), (2, 'waiting', '2025-12-31', NULL);
