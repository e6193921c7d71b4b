-- class: leak | attempt: an error that would quote what stands in the reference or the judge | lab: expensive | expect: failed
SELECT name, price, (SELECT json(group_concat(sql)) FROM sqlite_schema WHERE name = 'item') FROM item;
