SELECT name, price FROM item WHERE price > 5 /* NONCE */ ORDER BY price DESC;
