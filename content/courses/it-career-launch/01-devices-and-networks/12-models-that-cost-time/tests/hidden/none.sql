-- case: a year without repairs
CREATE TABLE devices (id INTEGER PRIMARY KEY, model TEXT NOT NULL, site TEXT NOT NULL);
CREATE TABLE tickets (id INTEGER PRIMARY KEY, device INTEGER NOT NULL REFERENCES devices (id), opened TEXT NOT NULL, minutes INTEGER NOT NULL);
INSERT INTO devices VALUES (1, 'S-2', 'Ghent');
INSERT INTO tickets (device, opened, minutes) VALUES (1, '2024-02-03', 20), (1, '2023-06-30', 45);
