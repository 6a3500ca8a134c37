SELECT parent, year, round(sum(value) * 100)::BIGINT FROM best GROUP BY parent, year

-- natural
SELECT r.parent, year(f.month) - 2015, round(sum(f.value) * 100)::BIGINT
FROM fact f JOIN region r ON f.region_id = r.id
GROUP BY ALL
