-- Scanners and printers to replace, the oldest first.
SELECT *
FROM devices;
