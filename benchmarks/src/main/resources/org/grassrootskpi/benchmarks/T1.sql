WITH g AS (SELECT t.indicator, t.community, t.year, t.value AS target, (12 * t.year + m.range)::UTINYINT AS month
FROM target t, range(12) m),
s AS (SELECT g.indicator, g.community, g.month, g.target, sum(b.value) OVER (PARTITION BY g.indicator, g.community, g.year
ORDER BY g.month ROWS UNBOUNDED PRECEDING)::BIGINT AS done
FROM g LEFT JOIN best b ON b.indicator = g.indicator AND b.community = g.community AND b.month = g.month)
SELECT indicator, community, month, done / target::DOUBLE FROM s WHERE done IS NOT NULL

-- natural
WITH g AS (SELECT p.indicator_id, p.region_id, p.year, p.value AS target, make_date(p.year, m.range::INTEGER + 1, 1) AS month
FROM planned p, range(12) m),
s AS (SELECT g.indicator_id, g.region_id, g.month, g.target, sum(f.value) OVER (PARTITION BY g.indicator_id, g.region_id, g.year
ORDER BY g.month) AS done
FROM g LEFT JOIN fact f ON f.indicator_id = g.indicator_id AND f.region_id = g.region_id AND f.month = g.month)
SELECT i.number, r.number, datediff('month', DATE '2015-01-01', month), done::DOUBLE / target::DOUBLE
FROM s JOIN indicator i ON i.id = s.indicator_id JOIN region r ON r.id = s.region_id WHERE done IS NOT NULL
