package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultRow;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** So many indicators that a thread runs several of their roll-ups at a time, and that threads share them where they are combined. */
class ManyIndicatorsTest {
    private static final int INDICATORS = 997;
    private static final int SECTORS = 3;
    private static final int UNOBSERVED = 50;

    private final List<Row> rows = new ArrayList<>();
    private final LocalEngine engine = engine();

    /** A row of an indicator, which is in a sector of its number's remainder. */
    private record Row(int indicator, String region, String month, BigDecimal value) {
        String sector() {
            return "s" + indicator % SECTORS;
        }
    }

    private LocalEngine engine() {
        TableFixture table = new TableFixture().sector("top", "");
        for (int sector = 0; sector < SECTORS; sector++) {
            table.sector("s" + sector, "top");
        }
        for (int region = 0; region < 5; region++) {
            table.region("r" + region, RegionLevel.COMMUNITY, "");
        }
        Random random = new Random(12);
        for (int indicator = 0; indicator < INDICATORS; indicator++) {
            // Some have more decimals than the others, and some no row.
            int decimals = indicator % 100 == 42 ? 3 : 2;
            table.indicator(TableFixture.indicator(
                            id(indicator), "s" + indicator % SECTORS, IndicatorKind.FLOW, "CNY", decimals)
                    .build());
            for (int month = 1; month <= 4; month++) {
                for (int region = 0; region < 5; region++) {
                    if (indicator % UNOBSERVED != 7 && random.nextInt(4) > 0) {
                        BigDecimal value = BigDecimal.valueOf(random.nextInt(2_000_000) - 1_000_000, decimals);
                        rows.add(new Row(indicator, "r" + region, "2024-0" + month, value));
                    }
                }
            }
        }
        rows.forEach(row -> table.row(
                id(row.indicator()), row.region(), row.month(), row.value().toPlainString()));
        return Engine.local(table.table());
    }

    private static String id(int indicator) {
        return String.format(Locale.ROOT, "k%03d", indicator);
    }

    private Map<String, BigDecimal> expected(
            Function<Row, String> group, Function<Row, BigDecimal> value, BinaryOperator<BigDecimal> combined) {
        Map<String, BigDecimal> groups = new TreeMap<>();
        rows.forEach(row -> groups.merge(group.apply(row), value.apply(row), combined));
        groups.replaceAll((of, number) -> number.stripTrailingZeros());
        return groups;
    }

    private static Map<String, BigDecimal> found(
            ResultTable result, Measure measure, Function<ResultRow, String> group) {
        Map<String, BigDecimal> groups = new TreeMap<>();
        for (ResultRow row : result.rows()) {
            groups.put(group.apply(row), row.cell(measure).get().stripTrailingZeros());
        }
        return groups;
    }

    /** The indicators in the order of the catalogue, backwards, and in none. */
    @ParameterizedTest
    @CsvSource({"1, 0", "2, 0", "7, 0", "1, 1", "2, 1", "2, 2", "3, 2"})
    void areCombinedInWhateverOrderAndByHoweverManyThreads(int threads, int order) {
        List<String> ids = new ArrayList<>(IntStream.range(0, INDICATORS)
                .filter(indicator -> indicator % UNOBSERVED != 7)
                .mapToObj(ManyIndicatorsTest::id)
                .toList());
        if (order == 1) {
            Collections.reverse(ids);
        } else if (order == 2) {
            Collections.shuffle(ids, new Random(threads));
        }
        LocalEngine own = engine.withThreads(threads);
        ResultTable bySector =
                own.execute(Query.select(ids).groupBy(Dimension.sector()).measures(Measure.sum()));
        ResultTable byMonth = own.execute(Query.select(ids)
                .groupBy(Dimension.topSector(), Dimension.period(Frequency.MONTHLY))
                .measures(Measure.sum(), Measure.min(), Measure.max(), Measure.count()));
        Function<ResultRow, String> month = row -> row.period().orElseThrow().toString();

        assertThat(found(bySector, Measure.sum(), row -> row.sector().orElseThrow()))
                .isEqualTo(expected(Row::sector, Row::value, BigDecimal::add));
        assertThat(found(byMonth, Measure.sum(), month)).isEqualTo(expected(Row::month, Row::value, BigDecimal::add));
        assertThat(found(byMonth, Measure.min(), month)).isEqualTo(expected(Row::month, Row::value, BigDecimal::min));
        assertThat(found(byMonth, Measure.max(), month)).isEqualTo(expected(Row::month, Row::value, BigDecimal::max));
        assertThat(found(byMonth, Measure.count(), month))
                .isEqualTo(expected(Row::month, row -> BigDecimal.ONE, BigDecimal::add));
    }
}
