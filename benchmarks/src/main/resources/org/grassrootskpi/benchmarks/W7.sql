SELECT parent, month, count(*), count(*) / 2000::DOUBLE FROM best GROUP BY parent, month

-- natural
SELECT r.parent, datediff('month', DATE '2015-01-01', f.month), count(*), count(*) / 2000::DOUBLE
FROM fact f JOIN region r ON f.region_id = r.id GROUP BY ALL
