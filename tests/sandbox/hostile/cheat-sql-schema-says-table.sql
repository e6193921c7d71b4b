-- class: cheat | attempt: the same view, with the schema edited to call it a table | lab: raise | expect: failed
ALTER TABLE item RENAME TO hidden;
CREATE VIEW item AS SELECT id, name, iif(shelf = 2, price * 2, price) AS price FROM hidden;
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET type = 'table' WHERE name = 'item';
