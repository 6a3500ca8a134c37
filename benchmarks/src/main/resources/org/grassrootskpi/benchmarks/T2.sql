WITH t AS (SELECT indicator, parent, year, sum(value)::BIGINT AS target FROM target GROUP BY ALL),
b AS (SELECT indicator, parent, month, sum(value)::BIGINT AS value FROM best WHERE indicator < 10 GROUP BY ALL),
g AS (SELECT t.*, (12 * t.year + m.range)::UTINYINT AS month, m.range + 1 AS number FROM t, range(12) m),
s AS (SELECT g.*, sum(b.value) OVER (PARTITION BY g.indicator, g.parent, g.year
ORDER BY g.month ROWS UNBOUNDED PRECEDING)::BIGINT AS done
FROM g LEFT JOIN b ON b.indicator = g.indicator AND b.parent = g.parent AND b.month = g.month)
SELECT indicator, parent, month, (12 * done - number * target)::DOUBLE / (12 * target)::DOUBLE FROM s WHERE done IS NOT NULL

-- natural
WITH t AS (SELECT p.indicator_id, r.parent, p.year, sum(p.value) AS target FROM planned p JOIN region r ON r.id = p.region_id GROUP BY ALL),
b AS (SELECT f.indicator_id, r.parent, f.month, sum(f.value) AS value FROM fact f JOIN region r ON r.id = f.region_id
WHERE f.indicator_id < 10 GROUP BY ALL),
g AS (SELECT t.*, make_date(t.year, m.range::INTEGER + 1, 1) AS month, m.range + 1 AS number FROM t, range(12) m),
s AS (SELECT g.*, sum(b.value) OVER (PARTITION BY g.indicator_id, g.parent, g.year ORDER BY g.month) AS done
FROM g LEFT JOIN b ON b.indicator_id = g.indicator_id AND b.parent = g.parent AND b.month = g.month)
SELECT i.number, s.parent, datediff('month', DATE '2015-01-01', month),
(12 * done - s.number * target)::DOUBLE / (12 * target)::DOUBLE
FROM s JOIN indicator i ON i.id = s.indicator_id WHERE done IS NOT NULL
