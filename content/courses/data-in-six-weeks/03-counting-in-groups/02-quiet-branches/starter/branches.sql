-- Loans of every branch in 2026, the quietest first.
SELECT name
FROM branches;
