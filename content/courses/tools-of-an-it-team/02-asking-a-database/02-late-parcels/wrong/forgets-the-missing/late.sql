-- Late parcels of each city, the most first.
SELECT city, count(*) AS late
FROM parcels
WHERE delivered > promised
GROUP BY city
ORDER BY late DESC, city;
