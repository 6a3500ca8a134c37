SELECT parent, year, q[1], q[2]
FROM (SELECT parent, year, quantile_disc(value, [0.5, 0.9]) AS q FROM best GROUP BY parent, year)

-- natural
SELECT r.parent, year(f.month) - 2015, quantile_disc(f.value, 0.5), quantile_disc(f.value, 0.9)
FROM fact f JOIN region r ON f.region_id = r.id GROUP BY ALL
