SELECT month, sum(value)
FROM best
WHERE indicator = 5 AND parent = 123 AND year = 2
GROUP BY month

-- natural
SELECT month(f.month) + 23, sum(f.value)
FROM fact f
JOIN indicator i ON f.indicator_id = i.id
JOIN region r ON f.region_id = r.id
WHERE i.number = 5 AND r.parent = 123
AND f.month BETWEEN DATE '2017-01-01' AND DATE '2017-12-01'
GROUP BY ALL
