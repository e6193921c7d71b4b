-- case: parcels that were promised for the day of the report
-- ordered: true
CREATE TABLE parcels (id INTEGER PRIMARY KEY, city TEXT NOT NULL, promised TEXT NOT NULL, delivered TEXT);
INSERT INTO parcels (city, promised, delivered) VALUES
  ('Lyon', '2026-03-10', NULL),
  ('Ghent', '2026-03-09', NULL),
  ('Ghent', '2026-03-10', '2026-03-10'),
  ('Porto', '2026-03-10', '2026-03-11'),
  ('Zadar', '2026-03-09', '2026-03-09');
