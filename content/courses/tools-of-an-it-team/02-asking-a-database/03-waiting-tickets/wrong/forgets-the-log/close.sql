-- Closes tickets that have waited for two weeks.
BEGIN;


UPDATE tickets
SET status = 'closed', closed_on = '2026-03-20'
WHERE status = 'waiting' AND last_reply < '2026-03-06';

COMMIT;
