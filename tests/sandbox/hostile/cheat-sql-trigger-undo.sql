-- class: cheat | attempt: a trigger that takes the change back once it was counted | lab: raise | expect: failed
CREATE TRIGGER undo AFTER UPDATE ON item BEGIN UPDATE item SET price = old.price WHERE id = new.id; END;
UPDATE item SET price = price * 2 WHERE shelf = 2;
SELECT changes();
