UPDATE item SET price = price * 2 WHERE shelf = 2;
