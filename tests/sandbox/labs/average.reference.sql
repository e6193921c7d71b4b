SELECT shelf, iif('NONCE' = '', 0, round(avg(price), 2)) FROM item GROUP BY shelf;
