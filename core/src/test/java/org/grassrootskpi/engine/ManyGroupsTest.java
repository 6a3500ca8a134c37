package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultRow;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationTableBuilder;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** So many groups of several indicators that their roll-ups are combined range by range, by several threads. */
class ManyGroupsTest {
    private static final int COMMUNITIES = 450;
    private static final int MONTHS = 60;
    private static final ImmutableList<String> INDICATORS = ImmutableList.of("a", "b", "c");

    private final Catalog catalog = catalog();
    private final RegionNumbering numbering = RegionNumbering.of(catalog);
    private final List<Row> rows = new ArrayList<>();

    /** A row, whose value is in units of the indicator's last decimal. */
    private record Row(String indicator, int community, int month, long unscaled) {
        BigDecimal value() {
            return BigDecimal.valueOf(unscaled, indicator.equals("b") ? 2 : 0);
        }

        String group(Frequency frequency) {
            return ManyGroupsTest.group(community, month, frequency);
        }
    }

    private static Catalog catalog() {
        TableFixture places = new TableFixture().sector("s", "");
        for (String indicator : INDICATORS) {
            places.indicator(indicator, IndicatorKind.FLOW, "CNY", indicator.equals("b") ? 2 : 0);
        }
        for (int c = 0; c < COMMUNITIES; c++) {
            places.region(community(c), RegionLevel.COMMUNITY, "");
        }
        return places.catalog();
    }

    private static String community(int number) {
        return String.format(Locale.ROOT, "c%03d", number);
    }

    private static TimePeriod period(int month) {
        return TimePeriod.ofMonth(2015 + month / 12, 1 + month % 12);
    }

    private static String group(int community, int month, Frequency frequency) {
        return community(community) + " " + TimePeriod.containing(period(month).firstDay(), frequency);
    }

    private static Query each(Frequency frequency) {
        return Query.select(INDICATORS)
                .groupBy(Dimension.topSector(), Dimension.region(RegionLevel.COMMUNITY), Dimension.period(frequency))
                .observedOnly();
    }

    /** Fills in some of all rows. */
    private void fill(double share) {
        Random random = new Random(5);
        for (String indicator : INDICATORS) {
            for (int c = 0; c < COMMUNITIES; c++) {
                for (int month = 0; month < MONTHS; month++) {
                    if (random.nextDouble() < share) {
                        rows.add(new Row(indicator, c, month, random.nextInt(2000) - 1000));
                    }
                }
            }
        }
    }

    private ObservationTable table(TableSchema schema) {
        ObservationTableBuilder table = ObservationTable.builder(catalog, schema);
        for (String indicator : INDICATORS) {
            List<Row> own = rows.stream()
                    .filter(row -> row.indicator().equals(indicator))
                    .toList();
            table.addAll(
                    indicator,
                    own.stream()
                            .mapToInt(row -> numbering.numberOf(community(row.community())))
                            .toArray(),
                    own.stream().mapToInt(row -> period(row.month()).toCode()).toArray(),
                    own.stream().mapToLong(Row::unscaled).toArray());
        }
        return table.build();
    }

    private static String group(ResultRow row) {
        return row.region().orElseThrow().code() + " " + row.period().orElseThrow();
    }

    /** The cells of a measure by group, which are the doubles of its column as well. */
    private static Map<String, BigDecimal> answered(ResultTable result, Measure measure) {
        double[] doubles = result.doubles(measure);
        Map<String, BigDecimal> cells = new TreeMap<>();
        for (int row = 0; row < result.rowCount(); row++) {
            BigDecimal value = result.row(row).cell(measure).get();
            assertThat(doubles[row]).isEqualTo(value.doubleValue());
            cells.put(group(result.row(row)), value.stripTrailingZeros());
        }
        return cells;
    }

    private static Map<String, BigDecimal> stripped(Map<String, BigDecimal> values) {
        values.replaceAll((group, value) -> value.stripTrailingZeros());
        return values;
    }

    @ParameterizedTest
    @CsvSource({"1, 0.9, MONTHLY", "3, 0.9, MONTHLY", "2, 0.2, MONTHLY", "1, 0.5, QUARTERLY", "3, 0.1, QUARTERLY"})
    void combinesTheRollUpsOfSeveralIndicators(int threads, double share, Frequency frequency) {
        fill(share);
        Map<String, BigDecimal> sums = new TreeMap<>();
        Map<String, BigDecimal> least = new TreeMap<>();
        Map<String, BigDecimal> greatest = new TreeMap<>();
        Map<String, BigDecimal> counts = new TreeMap<>();
        for (Row row : rows) {
            String group = row.group(frequency);
            sums.merge(group, row.value(), BigDecimal::add);
            least.merge(group, row.value(), BigDecimal::min);
            greatest.merge(group, row.value(), BigDecimal::max);
            counts.merge(group, BigDecimal.ONE, BigDecimal::add);
        }

        ResultTable result = Engine.local(table(TableSchema.empty()))
                .withThreads(threads)
                .execute(each(frequency).measures(Measure.sum(), Measure.min(), Measure.max(), Measure.count()));

        assertThat(answered(result, Measure.sum())).isEqualTo(stripped(sums));
        assertThat(answered(result, Measure.min())).isEqualTo(stripped(least));
        assertThat(answered(result, Measure.max())).isEqualTo(stripped(greatest));
        assertThat(answered(result, Measure.count())).isEqualTo(stripped(counts));
    }

    @ParameterizedTest
    @CsvSource({"0, 0, MONTHLY", "449, 59, QUARTERLY", "70, 30, MONTHLY"})
    void aSumOutsideTheRangeOfALongMakesDecimalsOfAll(int community, int month, Frequency frequency) {
        fill(0.5);
        rows.removeIf(row -> row.community() == community && row.month() == month);
        rows.add(new Row("a", community, month, Long.MAX_VALUE - 1));
        rows.add(new Row("c", community, month, 5));
        Map<String, BigDecimal> sums = new TreeMap<>();
        rows.forEach(row -> sums.merge(row.group(frequency), row.value(), BigDecimal::add));

        for (int threads : new int[] {1, 3}) {
            ResultTable result = Engine.local(table(TableSchema.empty()))
                    .withThreads(threads)
                    .execute(each(frequency).measures(Measure.sum()));

            assertThat(answered(result, Measure.sum())).isEqualTo(stripped(sums));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void windowsMoveOnWithinEachRegion(int threads) {
        fill(0.6);
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (Row row : rows) {
            for (int month = row.month(); month < Math.min(MONTHS, row.month() + 12); month++) {
                sums.merge(group(row.community(), month, Frequency.MONTHLY), row.value(), BigDecimal::add);
            }
        }

        ResultTable result = Engine.local(table(TableSchema.empty()))
                .withThreads(threads)
                .execute(each(Frequency.MONTHLY).measures(Measure.rolling(12)));

        Map<String, BigDecimal> answered = answered(result, Measure.rolling(12));
        assertThat(answered).hasSizeGreaterThan(20_000);
        assertThat(stripped(sums)).containsAllEntriesOf(answered);
    }

    @ParameterizedTest
    @CsvSource({"1, MONTHLY, 3", "3, MONTHLY, 3", "2, QUARTERLY, 9"})
    void coverageIsReadFromCounts(int threads, Frequency frequency, int expected) {
        fill(0.4);
        Map<String, Integer> counts = new TreeMap<>();
        rows.forEach(row -> counts.merge(row.group(frequency), 1, Integer::sum));

        ResultTable result = Engine.local(table(TableSchema.empty()))
                .withThreads(threads)
                .execute(each(frequency).measures(Measure.count(), Measure.coverage()));

        double[] coverages = result.doubles(Measure.coverage());
        assertThat(IntStream.range(0, result.rowCount()).mapToObj(row -> group(result.row(row)) + " " + coverages[row]))
                .containsExactlyElementsOf(counts.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + (double) entry.getValue() / expected)
                        .toList());
    }
}
