SELECT id, model, site
FROM devices
WHERE bought < '2021-01-01' AND owner IS NULL AND kind = 'scanner' OR kind = 'printer'
ORDER BY bought, id;
