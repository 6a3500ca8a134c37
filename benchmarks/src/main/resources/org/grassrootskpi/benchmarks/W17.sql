SELECT community, month, sum(value) OVER (PARTITION BY community ORDER BY month ROWS BETWEEN 29 PRECEDING AND CURRENT ROW)
FROM best WHERE indicator = 0

-- natural
SELECT r.number, datediff('day', DATE '2022-01-01', f.month), sum(f.value) OVER (PARTITION BY r.number ORDER BY f.month
RANGE BETWEEN INTERVAL 29 DAY PRECEDING AND CURRENT ROW)
FROM fact f JOIN indicator i ON f.indicator_id = i.id JOIN region r ON f.region_id = r.id WHERE i.number = 0
