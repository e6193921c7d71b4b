SELECT devices.model AS model, count(*) AS tickets, sum(tickets.minutes) AS minutes
FROM tickets JOIN devices ON devices.id = tickets.device
GROUP BY devices.model HAVING count(*) >= 2
ORDER BY sum(tickets.minutes) DESC, devices.model;
