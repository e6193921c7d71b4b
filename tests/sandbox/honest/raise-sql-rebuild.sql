-- class: honest | attempt: the table built anew, as people do to change its shape | lab: raise | expect: passed
CREATE TABLE item_new(id INTEGER PRIMARY KEY, name TEXT, price REAL, shelf INTEGER);
INSERT INTO item_new SELECT id, name, CASE shelf WHEN 2 THEN 2 * price ELSE price END, shelf FROM item;
DROP TABLE item;
ALTER TABLE item_new RENAME TO item;
CREATE INDEX item_price ON item(price);
CREATE TEMP TABLE scratch(x);
