-- case: three customers
-- names: true
-- types: true
CREATE TABLE customer(id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE purchase(id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customer(id), cents INTEGER, bought TEXT);
INSERT INTO customer VALUES (1, 'Ada'), (2, 'Bo'), (3, 'Cy');
INSERT INTO purchase VALUES (1, 1, 250, '2026-01-03'), (2, 1, 1000, '2026-02-01'), (3, 2, 99, '2026-02-02');
