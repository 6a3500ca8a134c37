SELECT parent, year, quantile_disc(value, 0.5) AS median FROM best WHERE indicator = 5 GROUP BY parent, year
ORDER BY median DESC, parent, year LIMIT 10

-- natural
SELECT r.parent, year(f.month) - 2015 AS year, quantile_disc(f.value, 0.5) AS median
FROM fact f JOIN indicator i ON f.indicator_id = i.id JOIN region r ON f.region_id = r.id
WHERE i.number = 5 GROUP BY ALL ORDER BY median DESC, r.parent, year LIMIT 10
