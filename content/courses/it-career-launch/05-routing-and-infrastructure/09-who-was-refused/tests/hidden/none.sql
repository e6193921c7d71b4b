-- case: everybody was answered
CREATE TABLE packets (at INTEGER NOT NULL, src TEXT NOT NULL, dst TEXT NOT NULL, port INTEGER NOT NULL, flag TEXT NOT NULL);
INSERT INTO packets VALUES (1, 'a', 's1', 80, 'SYN'), (2, 's1', 'a', 80, 'SYN-ACK'), (3, 'a', 's1', 81, 'SYN'), (4, 's1', 'a', 81, 'RST');
