SELECT id, model, site
FROM devices
WHERE kind IN ('scanner', 'printer') AND bought < '2021-01-01' AND owner IS NULL
ORDER BY bought, id DESC;
