SELECT month, sum(value) FROM best GROUP BY month

-- natural
SELECT datediff('month', DATE '2015-01-01', f.month), sum(f.value) FROM fact f GROUP BY ALL
