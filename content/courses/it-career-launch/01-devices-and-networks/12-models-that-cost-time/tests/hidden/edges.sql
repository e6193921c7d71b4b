-- case: the first and the last day of the year, ties, and a model in two sites
-- ordered: true
CREATE TABLE devices (id INTEGER PRIMARY KEY, model TEXT NOT NULL, site TEXT NOT NULL);
CREATE TABLE tickets (id INTEGER PRIMARY KEY, device INTEGER NOT NULL REFERENCES devices (id), opened TEXT NOT NULL, minutes INTEGER NOT NULL);
INSERT INTO devices VALUES (1, 'Zeta', 'Ghent'), (2, 'Zeta', 'Lyon'), (3, 'Alpha', 'Porto'), (4, 'Mid', 'Lyon'), (5, 'Late', 'Lyon'), (6, 'Quiet', 'Lyon');
INSERT INTO tickets (device, opened, minutes) VALUES
  (1, '2025-01-01', 10), (2, '2025-12-31', 20),
  (3, '2025-07-01', 15), (3, '2025-07-02', 15),
  (4, '2025-01-05', 5), (4, '2025-01-06', 5), (4, '2025-01-07', 5),
  (5, '2026-01-01', 500), (5, '2025-04-04', 1),
  (3, '2026-01-01', 400);
