SELECT community, sum(value) AS total
FROM best
GROUP BY community ORDER BY total DESC, community LIMIT 10

-- natural
SELECT r.number, sum(f.value) AS total FROM fact f JOIN region r ON f.region_id = r.id
GROUP BY ALL ORDER BY total DESC, r.number LIMIT 10
