-- class: cheat | attempt: the text NULL and the empty text in the place of numbers | lab: totals | expect: failed
SELECT name, coalesce(sum(cents), 'NULL') AS total, nullif(count(purchase.id), 0) AS purchases FROM customer LEFT JOIN purchase ON customer_id = customer.id GROUP BY customer.id;
