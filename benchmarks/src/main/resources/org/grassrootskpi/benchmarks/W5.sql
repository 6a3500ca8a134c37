WITH s AS (SELECT community, parent, sum(value) AS total FROM best WHERE indicator = 5 GROUP BY community, parent)
SELECT community, total, total / sum(total) OVER (PARTITION BY parent), rank() OVER (ORDER BY total DESC)
FROM s ORDER BY total DESC, community LIMIT 10

-- natural
WITH s AS (SELECT r.number, r.parent, sum(f.value) AS total
FROM fact f JOIN indicator i ON f.indicator_id = i.id JOIN region r ON f.region_id = r.id
WHERE i.number = 5 GROUP BY ALL)
SELECT number, total, total::DOUBLE / sum(total) OVER (PARTITION BY parent), rank() OVER (ORDER BY total DESC)
FROM s ORDER BY total DESC, number LIMIT 10
