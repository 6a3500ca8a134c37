COPY (
  SELECT indicator, region, name AS "region.name", period,
    {'value': value, 'qualifier': 'EXACT',
     'bounds': {'lower': value - 0.005, 'lowerIncluded': true, 'upper': value + 0.005, 'upperIncluded': true},
     'unit': 'CNY', 'present': 1, 'expected': 1, 'status': 'NORMAL'} AS sum
  FROM exported
) TO '{file}' (FORMAT json, ARRAY true)

-- natural
COPY (
  SELECT i.code AS indicator, r.code AS region, r.code AS "region.name", strftime(f.month, '%Y-%m') AS period,
    {'value': f.value, 'qualifier': 'EXACT',
     'bounds': {'lower': f.value - 0.005, 'lowerIncluded': true, 'upper': f.value + 0.005, 'upperIncluded': true},
     'unit': 'CNY', 'present': 1, 'expected': 1, 'status': 'NORMAL'} AS sum
  FROM fact f
  JOIN indicator i ON f.indicator_id = i.id
  JOIN region r ON f.region_id = r.id
  ORDER BY i.number, r.number, f.month
) TO '{file}' (FORMAT json, ARRAY true)
