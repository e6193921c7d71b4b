-- class: cheat | attempt: a comment left open, to swallow what might be appended | lab: expensive | expect: failed
;;; /* SELECT name, price FROM item WHERE price > 5 ORDER BY price DESC;
