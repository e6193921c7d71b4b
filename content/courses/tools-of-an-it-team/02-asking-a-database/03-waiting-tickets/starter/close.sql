-- Closes tickets that have waited for two weeks.
BEGIN;

COMMIT;
