-- class: cheat | attempt: a temporary view that computes the answer in place of the table | lab: raise | expect: failed
CREATE TEMP VIEW item AS SELECT id, name, iif(shelf = 2, price * 2, price) AS price FROM main.item;
