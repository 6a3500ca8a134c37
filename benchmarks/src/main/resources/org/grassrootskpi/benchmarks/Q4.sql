SELECT indicator, community, month, sum(value)
FROM best
GROUP BY indicator, community, month

-- natural
SELECT i.number, r.number, datediff('month', DATE '2015-01-01', f.month), sum(f.value)
FROM fact f
JOIN indicator i ON f.indicator_id = i.id
JOIN region r ON f.region_id = r.id
GROUP BY ALL
