SELECT parent, year, sum(value) FROM best WHERE mark = 1 GROUP BY parent, year

-- natural
SELECT r.parent, year(f.month) - 2015, sum(f.value) FROM fact f JOIN region r ON f.region_id = r.id
WHERE f.mark = 1 GROUP BY ALL
