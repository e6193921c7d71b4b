-- case: the first day of 2021, other kinds, and devices of the same day
-- ordered: true
CREATE TABLE devices (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, model TEXT NOT NULL, site TEXT NOT NULL, bought TEXT NOT NULL, owner TEXT);
INSERT INTO devices (id, kind, model, site, bought, owner) VALUES
  (1, 'scanner', 'S-2', 'Ghent', '2021-01-01', NULL),
  (2, 'printer', 'P-40', 'Ghent', '2020-12-31', NULL),
  (9, 'scanner', 'S-1', 'Porto', '2020-12-31', NULL),
  (4, 'scanner', 'S-1', 'Porto', '2020-12-31', NULL),
  (5, 'camera', 'C-1', 'Porto', '2015-01-01', NULL),
  (6, 'printer', 'P-9', 'Lyon', '2014-06-01', 'payroll'),
  (7, 'scanner', 'S-9', 'Lyon', '2014-06-01', ''),
  (8, 'printer', 'P-50', 'Lyon', '2024-06-01', NULL);
