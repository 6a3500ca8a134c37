package org.grassrootskpi.benchmarks;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The questions: the seven of the published table, Q1 to Q7, the wide ones, W1 to W20, those about targets, T1 and T2, and the exports, X1 and X2. {@link QuestionQueries} has them as our
 * queries, the files {@code Q1.sql} and so on in SQL for the two forms of the data in {@link DuckDb}.
 */
public enum Question {
    /** A sum and a count for each of a hundred indicators. */
    Q1("Q1", DataSet.PLAIN, 0, 100, "sum and count by indicator"),
    /** One sum over all indicators for each of 500 parents and 10 years. */
    Q2("Q2", DataSet.PLAIN, 0, 100, "sum by parent region and year"),
    /** Three aggregates of three indicators for each of 10,000 communities. */
    Q3("Q3", DataSet.PLAIN, 10, 13, "three of a hundred indicators by community: sum min max"),
    /** Every cell is a separate group. */
    Q4("Q4", DataSet.PLAIN, 0, 100, "full grain: indicator x community x month"),
    /** The quotient of two indicators' sums, over the communities and months that have both. */
    Q5("Q5", DataSet.PLAIN, 90, 92, "ratio by parent region and year"),
    /** The change of a quarter's sum against the same quarter of the year before, over what was observed in both. */
    Q6("Q6", DataSet.PLAIN, 0, 100, "year-on-year by parent region and quarter"),
    /** The question that a dashboard asks at every click. */
    Q7("Q7", DataSet.PLAIN, 5, 6, "one indicator, one subtree, one year, by month"),
    /** The least and the greatest of all indicators. */
    W1("W1", DataSet.PLAIN, 0, 100, "min and max by parent and year"),
    /** Two exact quantiles of all indicators. */
    W2("W2", DataSet.PLAIN, 0, 100, "quantiles .5 and .9 by parent and year"),
    /** An exact median of one indicator, and the ten greatest of 5,000. */
    W3("W3", DataSet.PLAIN, 5, 6, "median of one indicator by parent and year, top 10"),
    /** An approximate median of ten indicators; the two sides approximate differently, so that only the groups are compared. */
    W4("W4", DataSet.PLAIN, 0, 10, "sketched median of ten indicators by parent and year"),
    /** The share is that in the parent region. */
    W5("W5", DataSet.PLAIN, 5, 6, "top 10 communities by value with share and rank"),
    /** Year on year is over the months that were observed in both. */
    W6("W6", DataSet.PLAIN, 5, 6, "top 10 communities by year-on-year"),
    /** How many observations there are, absolutely and relatively. */
    W7("W7", DataSet.PLAIN, 0, 100, "count and coverage by parent and month"),
    /** The same of each indicator, in millions of groups. */
    W8("W8", DataSet.PLAIN, 0, 100, "count and coverage by indicator, parent and month"),
    /** A window of twelve months over the sum of all indicators. */
    W9("W9", DataSet.PLAIN, 0, 100, "rolling 12 months by parent"),
    /** A window that grows through the year, for every community and month. */
    W10("W10", DataSet.PLAIN, 0, 100, "year to date by community and month"),
    /** Q1 where rows have a status. */
    W11S("Q1", DataSet.STATUS, 0, 100, "sum and count by indicator; 1 % status"),
    /** Q1 where figures have a qualifier. */
    W11Q("Q1", DataSet.QUALIFIED, 0, 100, "sum and count by indicator; 1 % qualified"),
    /** W1 where rows have a status. */
    W12S("W1", DataSet.STATUS, 0, 100, "min and max by parent and year; 1 % status"),
    /** W1 where figures have a qualifier. */
    W12Q("W1", DataSet.QUALIFIED, 0, 100, "min and max by parent and year; 1 % qualified"),
    /** W7 where rows have a status. */
    W13S("W7", DataSet.STATUS, 0, 100, "count and coverage by parent and month; 1 % status"),
    /** W7 where figures have a qualifier. */
    W13Q("W7", DataSet.QUALIFIED, 0, 100, "count and coverage by parent and month; 1 % qualified"),
    /** A sum by a dimension of the schema. */
    W14("W14", DataSet.SOURCES, 0, 100, "sum by source (extra dimension) and parent"),
    /** Q2 of the rows of one member. */
    W15("W15", DataSet.SOURCES, 0, 100, "sum of one source by parent and year"),
    /** Q2 of doubles, compared in whole hundredths. */
    W16("W16", DataSet.DOUBLES, 0, 100, "sum of doubles by parent and year"),
    /** A window for every row. */
    W17("W17", DataSet.DAYS, 0, 1, "daily data: rolling 30 days by community"),
    /** As many roll-ups as there are indicators. */
    W18A("W18A", DataSet.INDICATORS, 0, 10_000, "ten thousand indicators: sum by sector"),
    /** The same in one group for each month. */
    W18B("W18B", DataSet.INDICATORS, 0, 10_000, "ten thousand indicators: sum by month"),
    /** The rows of one month come. */
    W19A("", DataSet.PLAIN, 0, 1, "append of one month"),
    /** A few rows come, one of each indicator. */
    W19B("", DataSet.PLAIN, 0, 1, "append of one row of each indicator"),
    /** Many groups, of which few are shown. */
    W20("W20", DataSet.REGIONS, 0, 1, "top 10 of a million regions"),
    /** Q4 where rows have a status, which each block keeps beside them. */
    W21("Q4", DataSet.STATUS, 0, 100, "full grain; 1 % status"),
    /** What is done since January, as a part of the year's target, in millions of groups. */
    T1("T1", DataSet.TARGETS, 0, 10, "attainment of ten indicators by community and month"),
    /** The same less what is due by the month, of sums of targets. */
    T2("T2", DataSet.TARGETS, 0, 10, "gap to the schedule of ten indicators by parent and month"),
    /** Every cell with all that is known of it, in a file. */
    X1("X1", DataSet.PLAIN, 0, 100, "export of the full grain as CSV"),
    /** The same in JSON, which is indented by us and is not by DuckDB. */
    X2("X2", DataSet.PLAIN, 0, 100, "export of the full grain as JSON");

    private final DataSet data;
    private final int firstIndicator;
    private final int endIndicator;
    private final String words;
    private final ImmutableList<String> statements;

    Question(String sql, DataSet data, int firstIndicator, int endIndicator, String words) {
        this.data = data;
        this.firstIndicator = firstIndicator;
        this.endIndicator = endIndicator;
        this.words = words;
        this.statements = sql.isEmpty() ? ImmutableList.of() : statements(sql);
    }

    private static ImmutableList<String> statements(String sql) {
        try {
            String text =
                    Resources.toString(Resources.getResource(Question.class, sql + ".sql"), StandardCharsets.UTF_8);
            return ImmutableList.copyOf(Splitter.on("-- natural").split(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    DataSet data() {
        return data;
    }

    /** The position of the first indicator that is read. */
    int firstIndicator() {
        return firstIndicator;
    }

    /** The position after the last indicator that is read. */
    int endIndicator() {
        return endIndicator;
    }

    String best() {
        return statements.get(0);
    }

    String natural() {
        return statements.get(1);
    }

    /** Whether this is one of the seven questions, which are asked of record streams as well. */
    boolean isPublished() {
        return name().startsWith("Q");
    }

    /** Whether rows are added instead of read. */
    boolean isAppend() {
        return statements.isEmpty();
    }

    /** Whether the result is written to a file. */
    boolean isExport() {
        return name().startsWith("X");
    }

    /** Whether the rivals approximate in their own ways, so that values differ. */
    boolean isApproximate() {
        return this == W4;
    }

    /** The name of the question in the printed table. */
    String label() {
        return String.format(Locale.ROOT, "%s %s", name(), words.replace(",", ";"));
    }
}
