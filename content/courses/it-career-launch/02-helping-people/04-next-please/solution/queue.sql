-- The open tickets, in the order in which they are worked on.
WITH judged AS (
  SELECT id, opened,
    CASE
      WHEN people >= 20 AND hurts = 'later' THEN 2
      WHEN people >= 20 THEN 1
      WHEN people >= 2 AND hurts = 'now' THEN 1
      WHEN people >= 2 AND hurts = 'today' THEN 2
      WHEN people >= 2 THEN 3
      WHEN hurts = 'now' THEN 2
      WHEN hurts = 'today' THEN 3
      WHEN opened < '2026-03-05' THEN 3
      ELSE 4
    END AS priority
  FROM tickets
  WHERE status = 'open'
)
SELECT id, priority
FROM judged
ORDER BY priority, opened, id;
