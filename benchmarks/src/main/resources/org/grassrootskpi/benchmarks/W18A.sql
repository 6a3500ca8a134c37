SELECT sector, sum(value) FROM best GROUP BY sector

-- natural
SELECT i.sector, sum(f.value) FROM fact f JOIN indicator i ON f.indicator_id = i.id GROUP BY ALL
