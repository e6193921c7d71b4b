-- Loans of every branch in 2026, the quietest first.
SELECT branches.name, count(loans.id) AS loans
FROM branches
LEFT JOIN loans ON loans.branch = branches.id
GROUP BY branches.id
ORDER BY loans, branches.name;
