-- Models with the most minutes of repair in 2025.
SELECT *
FROM tickets;
