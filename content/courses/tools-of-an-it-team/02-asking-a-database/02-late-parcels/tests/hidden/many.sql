-- case: counts of two digits, and cities that share one
-- ordered: true
CREATE TABLE parcels (id INTEGER PRIMARY KEY, city TEXT NOT NULL, promised TEXT NOT NULL, delivered TEXT);
WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 12)
INSERT INTO parcels (city, promised, delivered) SELECT 'Turku', '2026-02-0' || (i % 9 + 1), NULL FROM n;
INSERT INTO parcels (city, promised, delivered) VALUES
  ('Oulu', '2026-02-01', '2026-02-02'), ('Oulu', '2026-02-01', NULL),
  ('Bergen', '2026-02-03', '2026-02-09'), ('Bergen', '2026-02-03', '2026-02-04'),
  ('Vaasa', '2026-02-03', '2026-02-03');
