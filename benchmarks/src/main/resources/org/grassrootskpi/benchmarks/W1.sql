SELECT parent, year, min(value), max(value) FROM best GROUP BY parent, year

-- natural
SELECT r.parent, year(f.month) - 2015, min(f.value), max(f.value)
FROM fact f JOIN region r ON f.region_id = r.id
GROUP BY ALL
