-- case: the first week of March
-- ordered: true
-- names: true
CREATE TABLE parcels (id INTEGER PRIMARY KEY, city TEXT NOT NULL, promised TEXT NOT NULL, delivered TEXT);
INSERT INTO parcels (city, promised, delivered) VALUES
  ('Lyon', '2026-03-02', '2026-03-02'),
  ('Lyon', '2026-03-02', '2026-03-04'),
  ('Lyon', '2026-03-05', NULL),
  ('Ghent', '2026-03-03', NULL),
  ('Porto', '2026-03-03', '2026-03-01'),
  ('Porto', '2026-03-12', NULL),
  ('Aarhus', '2026-03-04', '2026-03-05');
