SELECT indicator, sum(value), count(*)
FROM best
GROUP BY indicator

-- natural
SELECT i.number, sum(f.value), count(*)
FROM fact f
JOIN indicator i ON f.indicator_id = i.id
GROUP BY i.number
