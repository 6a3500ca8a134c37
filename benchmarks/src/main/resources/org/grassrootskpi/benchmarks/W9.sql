WITH s AS (SELECT parent, month, sum(value)::BIGINT AS total FROM best GROUP BY parent, month),
g AS (SELECT p.range AS parent, m.range AS month FROM range(500) p, range(120) m)
SELECT parent, month, total FROM (SELECT g.parent, g.month, sum(s.total) OVER (PARTITION BY g.parent ORDER BY g.month
ROWS BETWEEN 11 PRECEDING AND CURRENT ROW) AS total FROM g LEFT JOIN s ON g.parent = s.parent AND g.month = s.month)
WHERE total IS NOT NULL

-- natural
WITH s AS (SELECT r.parent, f.month, sum(f.value) AS total
FROM fact f JOIN region r ON f.region_id = r.id GROUP BY ALL),
g AS (SELECT p.range AS parent, (DATE '2015-01-01' + to_months(m.range::INTEGER))::DATE AS month FROM range(500) p, range(120) m)
SELECT parent, datediff('month', DATE '2015-01-01', month), total FROM (SELECT g.parent, g.month,
sum(s.total) OVER (PARTITION BY g.parent ORDER BY g.month RANGE BETWEEN INTERVAL 11 MONTH PRECEDING AND CURRENT ROW) AS total
FROM g LEFT JOIN s ON g.parent = s.parent AND g.month = s.month)
WHERE total IS NOT NULL
