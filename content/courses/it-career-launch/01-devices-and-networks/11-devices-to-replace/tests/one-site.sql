-- case: some devices of three sites
-- ordered: true
-- names: true
CREATE TABLE devices (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, model TEXT NOT NULL, site TEXT NOT NULL, bought TEXT NOT NULL, owner TEXT);
INSERT INTO devices (id, kind, model, site, bought, owner) VALUES
  (5521, 'laptop', 'L-14', 'Lyon', '2018-05-02', 'okafor'),
  (7003, 'scanner', 'S-2', 'Ghent', '2019-11-20', NULL),
  (7004, 'scanner', 'S-3', 'Ghent', '2025-01-15', NULL),
  (8110, 'printer', 'P-40', 'Porto', '2017-08-30', NULL),
  (8111, 'printer', 'P-40', 'Porto', '2017-08-30', 'reception'),
  (7001, 'scanner', 'S-2', 'Lyon', '2019-11-20', NULL);
