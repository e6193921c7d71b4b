-- Overdue loans, the longest out first.
SELECT member, book, lent
FROM loans
WHERE returned IS NULL
  AND lent < '2026-02-01'
ORDER BY lent, book;
