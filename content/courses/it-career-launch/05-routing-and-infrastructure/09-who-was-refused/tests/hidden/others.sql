-- case: the same server with one open and one silent door, answers to others, and ties
-- ordered: true
CREATE TABLE packets (at INTEGER NOT NULL, src TEXT NOT NULL, dst TEXT NOT NULL, port INTEGER NOT NULL, flag TEXT NOT NULL);
INSERT INTO packets VALUES
  (1, 'a', 's1', 80, 'SYN'), (2, 's1', 'a', 80, 'SYN-ACK'), (3, 'a', 's1', 443, 'SYN'),
  (4, 'b', 's2', 443, 'SYN'), (5, 's2', 'c', 443, 'SYN-ACK'), (6, 'c', 's2', 443, 'SYN'),
  (7, 'b', 's0', 9, 'SYN'), (8, 'a', 's0', 10, 'SYN'), (9, 's0', 'a', 10, 'ACK'),
  (10, 'a', 's9', 5, 'SYN'), (11, 'b', 's9', 5, 'SYN'), (12, 'b', 's9', 5, 'SYN'),
  (13, 's8', 'a', 77, 'SYN-ACK'), (14, 'a', 's7', 1, 'ACK');
