-- class: honest | attempt: a transaction with a savepoint that is undone | lab: raise | expect: passed
BEGIN IMMEDIATE;
UPDATE item SET price = price + price WHERE shelf = 2;
SAVEPOINT try_it;
DELETE FROM item;
ROLLBACK TO try_it;
COMMIT;
SELECT 'done; "quoted"', count(*) FROM item;
