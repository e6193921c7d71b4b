-- class: cheat | attempt: no table, no differing row | lab: raise | expect: failed
DROP TABLE item;
CREATE TABLE item(id, name, price);
