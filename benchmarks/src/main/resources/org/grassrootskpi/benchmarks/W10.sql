WITH s AS (SELECT community, month, sum(value)::BIGINT AS total FROM best GROUP BY community, month),
g AS (SELECT c.range AS community, m.range AS month FROM range(10000) c, range(120) m)
SELECT community, month, total FROM (SELECT g.community, g.month, sum(s.total) OVER (PARTITION BY g.community, g.month // 12
ORDER BY g.month ROWS UNBOUNDED PRECEDING) AS total
FROM g LEFT JOIN s ON g.community = s.community AND g.month = s.month)
WHERE total IS NOT NULL

-- natural
WITH s AS (SELECT r.number, f.month, sum(f.value) AS total
FROM fact f JOIN region r ON f.region_id = r.id GROUP BY ALL),
g AS (SELECT c.range AS number, (DATE '2015-01-01' + to_months(m.range::INTEGER))::DATE AS month FROM range(10000) c, range(120) m)
SELECT number, datediff('month', DATE '2015-01-01', month), total FROM (SELECT g.number, g.month,
sum(s.total) OVER (PARTITION BY g.number, year(g.month) ORDER BY g.month) AS total
FROM g LEFT JOIN s ON g.number = s.number AND g.month = s.month)
WHERE total IS NOT NULL
