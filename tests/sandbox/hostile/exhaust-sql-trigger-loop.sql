-- class: exhaust | attempt: triggers that set each other off | lab: raise | expect: errored
PRAGMA recursive_triggers = ON;
CREATE TABLE a(x);
CREATE TABLE b(x);
CREATE TRIGGER to_b AFTER INSERT ON a BEGIN INSERT INTO b VALUES (new.x + 1); END;
CREATE TRIGGER to_a AFTER INSERT ON b BEGIN INSERT INTO a VALUES (new.x + 1); END;
INSERT INTO a VALUES (1);
