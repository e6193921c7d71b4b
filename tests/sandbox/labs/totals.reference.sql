SELECT customer.name AS name, coalesce(sum(cents), 0) AS total, count(purchase.id) AS purchases
FROM customer LEFT JOIN purchase ON purchase.customer_id = customer.id GROUP BY customer.id;
