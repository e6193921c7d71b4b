-- class: honest | attempt: lower case, no semicolon, a comment | lab: expensive | expect: passed
/* dear things,
   dearest first */
select name, price
from item
where price > 5
order by price desc -- NULL prices are not greater than anything
