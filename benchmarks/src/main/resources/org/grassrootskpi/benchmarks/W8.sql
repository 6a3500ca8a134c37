SELECT indicator, parent, month, count(*), count(*) / 20::DOUBLE
FROM best
GROUP BY indicator, parent, month

-- natural
SELECT i.number, r.parent, datediff('month', DATE '2015-01-01', f.month), count(*), count(*) / 20::DOUBLE
FROM fact f JOIN indicator i ON f.indicator_id = i.id JOIN region r ON f.region_id = r.id GROUP BY ALL
