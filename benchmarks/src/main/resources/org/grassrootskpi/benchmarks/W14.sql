SELECT mark, parent, sum(value) FROM best GROUP BY mark, parent

-- natural
SELECT f.mark, r.parent, sum(f.value) FROM fact f JOIN region r ON f.region_id = r.id GROUP BY ALL
