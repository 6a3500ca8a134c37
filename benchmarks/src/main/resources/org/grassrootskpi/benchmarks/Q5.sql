WITH s AS (SELECT DISTINCT parent, year
FROM best
WHERE indicator IN (90, 91)),
p AS (SELECT n.parent, n.year, sum(n.value) / sum(d.value) AS ratio
FROM best n
JOIN best d ON n.community = d.community AND n.month = d.month
WHERE n.indicator = 90 AND d.indicator = 91
GROUP BY ALL)
SELECT s.parent, s.year, p.ratio
FROM s
LEFT JOIN p ON s.parent = p.parent AND s.year = p.year

-- natural
WITH f AS (SELECT i.number, r.parent, f.region_id, f.month, f.value
FROM fact f
JOIN indicator i ON f.indicator_id = i.id
JOIN region r ON f.region_id = r.id
WHERE i.number IN (90, 91)),
p AS (SELECT n.parent, year(n.month) AS year, sum(n.value) / sum(d.value) AS ratio
FROM f n
JOIN f d ON n.region_id = d.region_id AND n.month = d.month
WHERE n.number = 90 AND d.number = 91
GROUP BY ALL)
SELECT s.parent, s.year - 2015, p.ratio
FROM (SELECT DISTINCT parent, year(month) AS year
FROM f) s
LEFT JOIN p ON s.parent = p.parent AND s.year = p.year
