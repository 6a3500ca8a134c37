COPY (
  SELECT indicator, region, name AS "region.name", period, value AS sum, 'CNY' AS "sum.unit", 'EXACT' AS "sum.qualifier",
    value - 0.005 AS "sum.lower", true AS "sum.lowerIncluded", value + 0.005 AS "sum.upper", true AS "sum.upperIncluded",
    1 AS "sum.present", 1 AS "sum.expected", 1 AS "sum.expectedAtLeast", 'NORMAL' AS "sum.status", NULL AS "sum.asOf",
    0 AS "sum.unpaired", NULL AS "sum.remarks", NULL AS "sum.absence", NULL AS "sum.refusal"
  FROM exported
) TO '{file}' (FORMAT csv, HEADER true)

-- natural
COPY (
  SELECT i.code AS indicator, r.code AS region, r.code AS "region.name", strftime(f.month, '%Y-%m') AS period, f.value AS sum,
    'CNY' AS "sum.unit", 'EXACT' AS "sum.qualifier",
    f.value - 0.005 AS "sum.lower", true AS "sum.lowerIncluded", f.value + 0.005 AS "sum.upper", true AS "sum.upperIncluded",
    1 AS "sum.present", 1 AS "sum.expected", 1 AS "sum.expectedAtLeast", 'NORMAL' AS "sum.status", NULL AS "sum.asOf",
    0 AS "sum.unpaired", NULL AS "sum.remarks", NULL AS "sum.absence", NULL AS "sum.refusal"
  FROM fact f
  JOIN indicator i ON f.indicator_id = i.id
  JOIN region r ON f.region_id = r.id
  ORDER BY i.number, r.number, f.month
) TO '{file}' (FORMAT csv, HEADER true)
