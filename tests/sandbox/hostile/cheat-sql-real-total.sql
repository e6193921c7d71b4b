-- class: cheat | attempt: 12 and 12.0 where the lab asks for whole numbers | lab: totals | expect: failed
SELECT name, total(cents) AS total, count(purchase.id) AS purchases FROM customer LEFT JOIN purchase ON customer_id = customer.id GROUP BY customer.id;
