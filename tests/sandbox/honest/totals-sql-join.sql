-- class: honest | attempt: joins, another order of rows, names in capitals | lab: totals | expect: passed
SELECT c.name AS NAME, SUM(IFNULL(p.cents, 0)) AS Total, COUNT(p.id) AS Purchases
FROM customer AS c LEFT OUTER JOIN purchase AS p ON c.id = p.customer_id
GROUP BY c.id, c.name
ORDER BY c.name DESC;
