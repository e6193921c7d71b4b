-- Overdue loans, the longest out first.
SELECT member, book, lent
FROM loans;
