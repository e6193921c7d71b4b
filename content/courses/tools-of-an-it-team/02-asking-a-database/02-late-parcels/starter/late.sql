-- Late parcels of each city, the most first.
SELECT city, promised, delivered
FROM parcels;
