SELECT indicator, community, sum(value), min(value), max(value)
FROM best
WHERE indicator BETWEEN 10 AND 12
GROUP BY indicator, community

-- natural
SELECT i.number, r.number, sum(f.value), min(f.value), max(f.value)
FROM fact f
JOIN indicator i ON f.indicator_id = i.id
JOIN region r ON f.region_id = r.id
WHERE i.number BETWEEN 10 AND 12
GROUP BY ALL
