-- case: the morning of room 214
-- ordered: true
-- names: true
CREATE TABLE packets (at INTEGER NOT NULL, src TEXT NOT NULL, dst TEXT NOT NULL, port INTEGER NOT NULL, flag TEXT NOT NULL);
INSERT INTO packets VALUES
  (10, '10.4.2.31', '10.9.0.20', 8443, 'SYN'), (3010, '10.4.2.31', '10.9.0.20', 8443, 'SYN'), (50, '10.4.2.77', '10.9.0.20', 8443, 'SYN'),
  (60, '10.4.2.31', '10.4.0.20', 443, 'SYN'), (61, '10.4.0.20', '10.4.2.31', 443, 'SYN-ACK'), (62, '10.4.2.31', '10.4.0.20', 443, 'ACK'),
  (70, '10.4.2.31', '10.4.0.20', 8080, 'SYN'), (71, '10.4.0.20', '10.4.2.31', 8080, 'RST'),
  (80, '10.4.2.31', '10.4.0.99', 22, 'SYN');
