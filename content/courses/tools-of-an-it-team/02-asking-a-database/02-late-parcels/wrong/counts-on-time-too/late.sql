-- Late parcels of each city, the most first.
SELECT city, count(*) AS late
FROM parcels
WHERE delivered >= promised
   OR (delivered IS NULL AND promised < '2026-03-10')
GROUP BY city
ORDER BY late DESC, city;
