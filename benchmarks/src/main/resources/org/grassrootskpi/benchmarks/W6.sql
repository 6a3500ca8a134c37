WITH s AS (SELECT DISTINCT community FROM best WHERE indicator = 5 AND year = 5),
p AS (SELECT n.community, sum(n.value) / sum(b.value) - 1 AS change FROM best n JOIN best b
ON n.community = b.community AND n.month = b.month + 12
WHERE n.indicator = 5 AND b.indicator = 5 AND n.year = 5 AND b.year = 4 GROUP BY n.community)
SELECT s.community, p.change FROM s LEFT JOIN p ON s.community = p.community
ORDER BY change DESC NULLS LAST, s.community LIMIT 10

-- natural
WITH f AS (SELECT r.number, f.month, f.value
FROM fact f JOIN indicator i ON f.indicator_id = i.id JOIN region r ON f.region_id = r.id WHERE i.number = 5),
s AS (SELECT DISTINCT number FROM f WHERE year(month) = 2020),
p AS (SELECT n.number, sum(n.value) / sum(b.value) - 1 AS change FROM f n JOIN f b
ON n.number = b.number AND n.month = b.month + INTERVAL 1 YEAR WHERE year(n.month) = 2020 GROUP BY ALL)
SELECT s.number, p.change FROM s LEFT JOIN p ON s.number = p.number
ORDER BY change DESC NULLS LAST, s.number LIMIT 10
