-- class: cheat | attempt: the schema's text of the table replaced by one with a generated price | lab: raise | expect: failed
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = 'CREATE TABLE item(id INTEGER PRIMARY KEY, name TEXT, shelf INTEGER, price REAL AS (shelf * 2))' WHERE name = 'item';
