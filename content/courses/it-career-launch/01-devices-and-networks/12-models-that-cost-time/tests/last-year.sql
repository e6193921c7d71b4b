-- case: the tickets of three models
-- ordered: true
-- names: true
CREATE TABLE devices (id INTEGER PRIMARY KEY, model TEXT NOT NULL, site TEXT NOT NULL);
CREATE TABLE tickets (id INTEGER PRIMARY KEY, device INTEGER NOT NULL REFERENCES devices (id), opened TEXT NOT NULL, minutes INTEGER NOT NULL);
INSERT INTO devices VALUES (1, 'S-2', 'Ghent'), (2, 'S-2', 'Lyon'), (3, 'P-40', 'Porto'), (4, 'L-14', 'Lyon');
INSERT INTO tickets (device, opened, minutes) VALUES
  (1, '2025-02-03', 20), (2, '2025-06-30', 45), (1, '2024-12-30', 90),
  (3, '2025-03-01', 30), (3, '2025-03-08', 60),
  (4, '2025-05-05', 200);
