-- case: everything is back
CREATE TABLE loans (id INTEGER PRIMARY KEY, member INTEGER NOT NULL, book TEXT NOT NULL, lent TEXT NOT NULL, returned TEXT);
INSERT INTO loans (member, book, lent, returned) VALUES (1, 'Bread', '2026-01-01', '2026-01-03'), (2, 'Atlas', '2026-03-01', NULL);
