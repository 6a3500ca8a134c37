SELECT parent, year, approx_quantile(value, 0.5)
FROM best WHERE indicator < 10
GROUP BY parent, year

-- natural
SELECT r.parent, year(f.month) - 2015, approx_quantile(f.value, 0.5)
FROM fact f JOIN indicator i ON f.indicator_id = i.id JOIN region r ON f.region_id = r.id
WHERE i.number < 10 GROUP BY ALL
