-- case: many purchases of one
-- names: true
-- types: true
CREATE TABLE customer(id INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE purchase(id INTEGER PRIMARY KEY, customer_id INTEGER REFERENCES customer(id), cents INTEGER, bought TEXT);
INSERT INTO customer VALUES (4, 'Di'), (5, 'Ed');
INSERT INTO purchase VALUES (1, 5, 1, '2026-01-01'), (2, 5, 2, '2026-01-02'), (3, 5, 3, '2026-01-03');
