-- Doors that were asked at and never answered.
SELECT *
FROM packets
WHERE flag = 'SYN';
