-- case: two branches of one name stay two
-- ordered: true
CREATE TABLE branches (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE loans (id INTEGER PRIMARY KEY, branch INTEGER NOT NULL, lent TEXT NOT NULL);
INSERT INTO branches (id, name) VALUES (1, 'Mill'), (2, 'Mill'), (3, 'Abbey');
INSERT INTO loans (branch, lent) VALUES (1, '2026-05-01'), (1, '2026-05-02'), (3, '2026-05-02');
