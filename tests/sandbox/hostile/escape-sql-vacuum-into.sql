-- class: escape | attempt: writes a copy to a file, from which the next data set could learn | lab: expensive | expect: errored
;/* */ VACUUM -- main
main INTO 'left-behind.db';
SELECT name, price FROM item WHERE price > 5 ORDER BY price DESC;
