WITH s AS (SELECT DISTINCT parent, quarter
FROM best),
p AS (SELECT n.parent, n.quarter, sum(n.value) / sum(b.value) - 1 AS change
FROM best n
JOIN best b ON n.indicator = b.indicator AND n.community = b.community AND n.month = b.month + 12
GROUP BY ALL)
SELECT s.parent, s.quarter, p.change
FROM s
LEFT JOIN p ON s.parent = p.parent AND s.quarter = p.quarter

-- natural
WITH f AS (SELECT f.indicator_id, f.region_id, r.parent, f.month, f.value, (year(f.month) - 2015) * 4 + quarter(f.month) - 1 AS quarter
FROM fact f
JOIN region r ON f.region_id = r.id),
p AS (SELECT n.parent, n.quarter, sum(n.value) / sum(b.value) - 1 AS change
FROM f n
JOIN f b ON n.indicator_id = b.indicator_id AND n.region_id = b.region_id AND n.month = b.month + INTERVAL 1 YEAR
GROUP BY ALL)
SELECT s.parent, s.quarter, p.change
FROM (SELECT DISTINCT parent, quarter
FROM f) s
LEFT JOIN p ON s.parent = p.parent AND s.quarter = p.quarter
