-- class: cheat | attempt: a view under the name of the table, which was only renamed | lab: raise | expect: failed
ALTER TABLE item RENAME TO hidden;
CREATE VIEW item AS SELECT id, name, iif(shelf = 2, price * 2, price) AS price FROM hidden;
