-- Doors that were asked at and never answered.
SELECT asked.dst AS server, asked.port AS port, count(DISTINCT asked.src) AS clients
FROM packets AS asked
WHERE asked.flag = 'SYN'
  AND NOT EXISTS (
    SELECT 1
    FROM packets AS answers
    WHERE answers.src = asked.dst
      AND answers.port = asked.port
      AND answers.flag = 'SYN-ACK'
  )
GROUP BY asked.dst, asked.port
ORDER BY clients DESC, server, port;
