-- Loans of every branch in 2026, the quietest first.
SELECT branches.name, count(loans.id) AS loans
FROM branches
LEFT JOIN loans ON loans.branch = branches.id
WHERE loans.lent >= '2026-01-01'
  AND loans.lent < '2027-01-01'
GROUP BY branches.id
ORDER BY loans, branches.name;
