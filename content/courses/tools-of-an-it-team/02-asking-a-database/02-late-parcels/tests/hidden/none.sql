-- case: a day without late parcels
CREATE TABLE parcels (id INTEGER PRIMARY KEY, city TEXT NOT NULL, promised TEXT NOT NULL, delivered TEXT);
INSERT INTO parcels (city, promised, delivered) VALUES ('Lyon', '2026-03-02', '2026-03-01'), ('Ghent', '2026-03-20', NULL);
