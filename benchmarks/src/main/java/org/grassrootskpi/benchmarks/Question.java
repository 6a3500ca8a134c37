package org.grassrootskpi.benchmarks;

import java.util.Locale;

/** The seven questions, each in words and in SQL for the two forms of the data in {@link DuckDb}. */
public enum Question {
    /** A sum and a count for each of a hundred indicators. */
    Q1(
            "sum and count by indicator",
            "SELECT indicator, sum(value), count(*) FROM best GROUP BY indicator",
            "SELECT i.number, sum(f.value), count(*) FROM fact f JOIN indicator i ON f.indicator_id = i.id"
                    + " GROUP BY i.number"),
    /** One sum over all indicators for each of 500 parents and 10 years. */
    Q2(
            "sum by parent region and year",
            "SELECT parent, year, sum(value) FROM best GROUP BY parent, year",
            "SELECT r.parent, year(f.month) - 2015, sum(f.value) FROM fact f JOIN region r ON f.region_id = r.id"
                    + " GROUP BY ALL"),
    /** Three aggregates of three indicators for each of 10,000 communities. */
    Q3(
            "three of a hundred indicators by community: sum min max",
            "SELECT indicator, community, sum(value), min(value), max(value) FROM best"
                    + " WHERE indicator BETWEEN 10 AND 12 GROUP BY indicator, community",
            "SELECT i.number, r.number, sum(f.value), min(f.value), max(f.value) FROM fact f"
                    + " JOIN indicator i ON f.indicator_id = i.id JOIN region r ON f.region_id = r.id"
                    + " WHERE i.number BETWEEN 10 AND 12 GROUP BY ALL"),
    /** Every cell is a separate group. */
    Q4(
            "full grain: indicator x community x month",
            "SELECT indicator, community, month, sum(value) FROM best GROUP BY indicator, community, month",
            "SELECT i.number, r.number, datediff('month', DATE '2015-01-01', f.month), sum(f.value) FROM fact f"
                    + " JOIN indicator i ON f.indicator_id = i.id JOIN region r ON f.region_id = r.id GROUP BY ALL"),
    /** The quotient of two indicators' sums, over the communities and months that have both. */
    Q5(
            "ratio by parent region and year",
            "WITH s AS (SELECT DISTINCT parent, year FROM best WHERE indicator IN (90, 91)),"
                    + " p AS (SELECT n.parent, n.year, sum(n.value) / sum(d.value) AS ratio FROM best n JOIN best d"
                    + " ON n.community = d.community AND n.month = d.month"
                    + " WHERE n.indicator = 90 AND d.indicator = 91 GROUP BY ALL)"
                    + " SELECT s.parent, s.year, p.ratio FROM s LEFT JOIN p ON s.parent = p.parent AND s.year = p.year",
            "WITH f AS (SELECT i.number, r.parent, f.region_id, f.month, f.value FROM fact f"
                    + " JOIN indicator i ON f.indicator_id = i.id JOIN region r ON f.region_id = r.id"
                    + " WHERE i.number IN (90, 91)),"
                    + " p AS (SELECT n.parent, year(n.month) AS year, sum(n.value) / sum(d.value) AS ratio"
                    + " FROM f n JOIN f d ON n.region_id = d.region_id AND n.month = d.month"
                    + " WHERE n.number = 90 AND d.number = 91 GROUP BY ALL)"
                    + " SELECT s.parent, s.year - 2015, p.ratio FROM"
                    + " (SELECT DISTINCT parent, year(month) AS year FROM f) s"
                    + " LEFT JOIN p ON s.parent = p.parent AND s.year = p.year"),
    /** The change of a quarter's sum against the same quarter of the year before, over what was observed in both. */
    Q6(
            "year-on-year by parent region and quarter",
            "WITH s AS (SELECT DISTINCT parent, quarter FROM best),"
                    + " p AS (SELECT n.parent, n.quarter, sum(n.value) / sum(b.value) - 1 AS change FROM best n JOIN best b"
                    + " ON n.indicator = b.indicator AND n.community = b.community AND n.month = b.month + 12"
                    + " GROUP BY ALL)"
                    + " SELECT s.parent, s.quarter, p.change FROM s LEFT JOIN p"
                    + " ON s.parent = p.parent AND s.quarter = p.quarter",
            "WITH f AS (SELECT f.indicator_id, f.region_id, r.parent, f.month, f.value,"
                    + " (year(f.month) - 2015) * 4 + quarter(f.month) - 1 AS quarter"
                    + " FROM fact f JOIN region r ON f.region_id = r.id),"
                    + " p AS (SELECT n.parent, n.quarter, sum(n.value) / sum(b.value) - 1 AS change FROM f n JOIN f b"
                    + " ON n.indicator_id = b.indicator_id AND n.region_id = b.region_id"
                    + " AND n.month = b.month + INTERVAL 1 YEAR GROUP BY ALL)"
                    + " SELECT s.parent, s.quarter, p.change FROM (SELECT DISTINCT parent, quarter FROM f) s"
                    + " LEFT JOIN p ON s.parent = p.parent AND s.quarter = p.quarter"),
    /** The question that a dashboard asks at every click. */
    Q7(
            "one indicator, one subtree, one year, by month",
            "SELECT month, sum(value) FROM best WHERE indicator = 5 AND parent = 123 AND year = 2 GROUP BY month",
            "SELECT month(f.month) + 23, sum(f.value) FROM fact f JOIN indicator i ON f.indicator_id = i.id"
                    + " JOIN region r ON f.region_id = r.id WHERE i.number = 5 AND r.parent = 123"
                    + " AND f.month BETWEEN DATE '2017-01-01' AND DATE '2017-12-01' GROUP BY ALL");

    private final String words;
    private final String best;
    private final String natural;

    Question(String words, String best, String natural) {
        this.words = words;
        this.best = best;
        this.natural = natural;
    }

    String best() {
        return best;
    }

    String natural() {
        return natural;
    }

    /** The name of the question in the printed table. */
    String label() {
        return String.format(Locale.ROOT, "%s %s", name(), words.replace(",", ";"));
    }
}
