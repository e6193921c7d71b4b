-- Models with the most minutes of repair in 2025.
SELECT devices.model AS model, count(*) AS tickets, sum(tickets.minutes) AS minutes
FROM tickets
JOIN devices ON devices.id = tickets.device
WHERE tickets.opened >= '2025-01-01'
  AND tickets.opened < '2026-01-01'
GROUP BY devices.model
HAVING count(*) >= 2
ORDER BY sum(tickets.minutes) DESC, devices.model;
