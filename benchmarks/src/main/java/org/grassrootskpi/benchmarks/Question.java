package org.grassrootskpi.benchmarks;

import java.util.Locale;

/** The seven questions, each in words and in SQL for the two forms of the data in {@link DuckDb}. */
enum Question {
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
    /** Every cell a group of its own. */
    Q4(
            "full grain: indicator x community x month",
            "SELECT indicator, community, month, sum(value) FROM best GROUP BY indicator, community, month",
            "SELECT i.number, r.number, datediff('month', DATE '2015-01-01', f.month), sum(f.value) FROM fact f"
                    + " JOIN indicator i ON f.indicator_id = i.id JOIN region r ON f.region_id = r.id GROUP BY ALL"),
    /** The quotient of two indicators' sums. */
    Q5(
            "ratio by parent region and year",
            "SELECT parent, year, sum(value) FILTER (indicator = 90) / sum(value) FILTER (indicator = 91) FROM best"
                    + " WHERE indicator IN (90, 91) GROUP BY parent, year",
            "SELECT r.parent, year(f.month) - 2015, sum(f.value) FILTER (i.number = 90)"
                    + " / sum(f.value) FILTER (i.number = 91) FROM fact f"
                    + " JOIN indicator i ON f.indicator_id = i.id JOIN region r ON f.region_id = r.id"
                    + " WHERE i.number IN (90, 91) GROUP BY ALL"),
    /** The change of a quarter's sum against the same quarter of the year before. */
    Q6(
            "year-on-year by parent region and quarter",
            "WITH s AS (SELECT parent, quarter, sum(value) AS total FROM best GROUP BY parent, quarter)"
                    + " SELECT now.parent, now.quarter, now.total / before.total - 1 FROM s now LEFT JOIN s before"
                    + " ON now.parent = before.parent AND before.quarter + 4 = now.quarter",
            "WITH s AS (SELECT r.parent, (year(f.month) - 2015) * 4 + quarter(f.month) - 1 AS quarter,"
                    + " sum(f.value) AS total FROM fact f JOIN region r ON f.region_id = r.id GROUP BY ALL)"
                    + " SELECT now.parent, now.quarter, now.total / before.total - 1 FROM s now LEFT JOIN s before"
                    + " ON now.parent = before.parent AND before.quarter + 4 = now.quarter"),
    /** What a dashboard asks for at every click. */
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
