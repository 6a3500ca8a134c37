package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

/** Quantiles of so many rows that several threads bring their values together. */
class ParallelValuesTest {
    private static final int TOWNSHIPS = 30;
    private static final int COMMUNITIES = 20;
    private static final int MONTHS = 120;
    private static final Measure MEDIAN = Measure.quantile(0.5);
    private static final Measure SKETCH = Measure.quantileSketch(0.5);

    /** For each row the number of its township, of its month, its value, and the number of its region. */
    private final List<int[]> rows = new ArrayList<>();

    private final ObservationTable table = table();

    private ObservationTable table() {
        TableFixture places = new TableFixture().sector("s", "").indicator("cases", IndicatorKind.FLOW, "count:宗", 0);
        String[][] sets = {new String[TOWNSHIPS / 2], new String[TOWNSHIPS / 2]};
        for (int township = 0; township < TOWNSHIPS; township++) {
            String code = String.format(Locale.ROOT, "t%02d", township);
            places.region(code, RegionLevel.TOWNSHIP, "");
            sets[township % 2][township / 2] = code;
            for (int c = 0; c < COMMUNITIES; c++) {
                places.region(community(township, c), RegionLevel.COMMUNITY, code);
            }
        }
        places.group("even", sets[0]).group("odd", sets[1]);
        Catalog catalog = places.catalog();
        RegionNumbering numbering = RegionNumbering.of(catalog);
        Random random = new Random(5);
        for (int township = 0; township < TOWNSHIPS; township++) {
            for (int c = 0; c < COMMUNITIES; c++) {
                int region = numbering.numberOf(community(township, c));
                for (int month = 0; month < MONTHS; month++) {
                    rows.add(new int[] {township, month, random.nextInt(1000), region});
                }
            }
        }
        return ObservationTable.builder(catalog, TableSchema.empty())
                .addAll(
                        "cases",
                        rows.stream().mapToInt(row -> row[3]).toArray(),
                        rows.stream()
                                .mapToInt(row -> TimePeriod.ofMonth(2015 + row[1] / 12, 1 + row[1] % 12)
                                        .toCode())
                                .toArray(),
                        rows.stream().mapToLong(row -> row[2]).toArray())
                .build();
    }

    private static String community(int township, int number) {
        return String.format(Locale.ROOT, "t%02d-%02d", township, number);
    }

    /** The median of each group, by sorting: the least value that is not less than half of them. */
    private List<String> medians(Function<int[], String> group) {
        SortedMap<String, List<Integer>> values = new TreeMap<>();
        rows.forEach(row ->
                values.computeIfAbsent(group.apply(row), g -> new ArrayList<>()).add(row[2]));
        return values.entrySet().stream()
                .map(entry -> {
                    int[] sorted =
                            entry.getValue().stream().mapToInt(v -> v).sorted().toArray();
                    return entry.getKey() + " " + sorted[(sorted.length + 1) / 2 - 1];
                })
                .toList();
    }

    private List<String> answered(int threads, Query query, Measure measure) {
        ResultTable result = Engine.local(table).withThreads(threads).execute(query.measures(measure));
        return result.stream()
                .map(row ->
                        row.region().orElseThrow().code() + " " + row.period().orElseThrow() + " "
                                + row.cell(measure.name()).get().toPlainString())
                .sorted()
                .toList();
    }

    @Test
    void findsTheMediansOfNeighbours() {
        Query query = Query.select("cases")
                .groupBy(Dimension.region(RegionLevel.TOWNSHIP), Dimension.period(Frequency.ANNUAL));
        List<String> expected = medians(row -> String.format(Locale.ROOT, "t%02d %d", row[0], 2015 + row[1] / 12));

        for (int threads : new int[] {1, 2, 7}) {
            assertThat(answered(threads, query, MEDIAN)).isEqualTo(expected);
            assertThat(answered(threads, query, SKETCH)).isEqualTo(answered(1, query, SKETCH));
        }
    }

    @Test
    void findsTheMediansOfGroupsThatLieBetweenEachOther() {
        Query query = Query.select("cases")
                .groupBy(Dimension.regionGroups("even", "odd"), Dimension.period(Frequency.ANNUAL));
        List<String> expected = medians(row -> (row[0] % 2 == 0 ? "even " : "odd ") + (2015 + row[1] / 12));

        for (int threads : new int[] {1, 2, 7}) {
            assertThat(answered(threads, query, MEDIAN)).isEqualTo(expected);
        }
    }
}
