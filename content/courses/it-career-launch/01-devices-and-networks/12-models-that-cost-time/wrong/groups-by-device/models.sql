SELECT devices.model AS model, count(*) AS tickets, sum(tickets.minutes) AS minutes
FROM tickets JOIN devices ON devices.id = tickets.device
WHERE tickets.opened LIKE '2025-%'
GROUP BY devices.id HAVING count(*) >= 2
ORDER BY sum(tickets.minutes) DESC, devices.model;
