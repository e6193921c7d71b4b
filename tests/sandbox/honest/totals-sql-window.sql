-- class: honest | attempt: window functions and a union of those who bought nothing | lab: totals | expect: passed
WITH per AS (
  SELECT DISTINCT customer_id, sum(cents) OVER w AS total, count(*) OVER w AS purchases FROM purchase WINDOW w AS (PARTITION BY customer_id)
)
SELECT name, total, purchases FROM per JOIN customer ON customer.id = per.customer_id
UNION ALL
SELECT name, 0, 0 FROM customer WHERE id NOT IN (SELECT customer_id FROM purchase);
