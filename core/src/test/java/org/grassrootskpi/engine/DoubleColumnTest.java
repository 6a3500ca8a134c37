package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.quantity.Quantity;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DoubleColumnTest {
    private static final List<String> COMMUNITIES = List.of("a", "b", "c");
    private static final Catalog CATALOG = catalog();
    private static final RegionNumbering ORDER = RegionNumbering.of(CATALOG);
    private static final TableSchema SCHEMA =
            TableSchema.builder().addFloatingPoint("income").build();
    private static final TimePeriod FIRST = TimePeriod.ofMonth(2020, 1);

    private record Row(int community, int month, double value) {}

    private static Catalog catalog() {
        TableFixture fixture = new TableFixture()
                .sector("s", "")
                .region("t", RegionLevel.TOWNSHIP, "")
                .indicator("income", IndicatorKind.FLOW, "CNY", 1);
        COMMUNITIES.forEach(community -> fixture.region(community, RegionLevel.COMMUNITY, "t"));
        return fixture.catalog();
    }

    private static ObservationTable table(List<Row> rows) {
        return add(ObservationTable.builder(CATALOG, SCHEMA), rows);
    }

    private static ObservationTable append(ObservationTable table, List<Row> rows) {
        return add(table.toBuilder(), rows);
    }

    private static ObservationTable add(ObservationTableBuilder table, List<Row> rows) {
        for (Row row : rows) {
            table.addAll(
                    "income",
                    new int[] {ORDER.numberOf(COMMUNITIES.get(row.community))},
                    new int[] {FIRST.plus(row.month).toCode()},
                    new double[] {row.value});
        }
        return table.build();
    }

    private static List<Row> months(double... values) {
        List<Row> rows = new ArrayList<>();
        for (double value : values) {
            rows.add(new Row(0, rows.size(), value));
        }
        return rows;
    }

    private static ResultRow total(List<Row> rows) {
        return Engine.local(table(rows))
                .execute(Query.select("income").measures(Measure.sum(), Measure.mean(), Measure.min(), Measure.max()))
                .row(0);
    }

    @Test
    void smallValuesAreNotLostBesideGreatOnes() {
        ResultRow total = total(months(1e100, 1, -1e100, 0.5));

        assertThat(total.cell(Measure.sum()).get()).isEqualByComparingTo("1.5");
        assertThat(total.cell(Measure.mean()).get()).isEqualByComparingTo("0.375");
        assertThat(total.cell(Measure.min()).get()).isEqualByComparingTo("-1e100");
        assertThat(total.cell(Measure.max()).get()).isEqualByComparingTo("1e100");
    }

    @Test
    void sumsBeyondTheGreatestDoubleAreStillNumbers() {
        assertThat(total(months(Double.MAX_VALUE, Double.MAX_VALUE))
                        .cell(Measure.sum())
                        .get())
                .isEqualByComparingTo(BigDecimal.valueOf(Double.MAX_VALUE).multiply(BigDecimal.valueOf(2)));
    }

    @Test
    void aFigureThatIsNotExactIsRefusedAndNotStrippedOfItsQualifier() {
        Observation nearly = Observation.builder()
                .indicator("income")
                .region("a")
                .period(FIRST)
                .figure(Quantity.parse("近300元"))
                .citation(Citation.of("report", "1", "近300元"))
                .build();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObservationTable.builder(CATALOG, SCHEMA).add(nearly))
                .withMessageContaining("expected an exact figure for a column of doubles, got 近300元");
    }

    @Test
    void regionsWithoutRowsHaveNoSum() {
        ResultTable result = Engine.local(table(months(1.5)))
                .execute(Query.select("income")
                        .groupBy(Dimension.region(RegionLevel.COMMUNITY))
                        .measures(Measure.sum()));

        assertThat(result.row(0).cell(Measure.sum()).get()).isEqualByComparingTo("1.5");
        assertThat(result.row(1).cell(Measure.sum()).hasValue()).isFalse();
    }

    static LongStream seeds() {
        return Seeds.of(DoubleColumnTest.class, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void sumsAreTheTrueOnesRoundedOnceWhateverOrderAndThreadsAndAppends(long seed) {
        Random random = new Random(seed);
        int magnitude = random.nextInt(300);
        List<Row> rows = new ArrayList<>();
        for (int community = 0; community < COMMUNITIES.size(); community++) {
            for (int month = 0; month < 40; month++) {
                double value = (random.nextDouble() - 0.3) * Math.pow(10, random.nextInt(1 + magnitude) - 100);
                rows.add(new Row(community, month, value));
            }
        }
        Query query = Query.select("income")
                .groupBy(Dimension.region(RegionLevel.COMMUNITY), Dimension.period(Frequency.ANNUAL))
                .measures(Measure.sum());
        ResultTable result = Engine.local(table(rows)).withThreads(1).execute(query);
        List<Row> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, random);

        ObservationTable grown = table(shuffled.subList(0, 40));
        for (int from = 40; from < shuffled.size(); from += 8) {
            grown = append(grown, shuffled.subList(from, from + 8));
        }

        assertThat(Engine.local(grown).withThreads(3).execute(query)).isEqualTo(result);
        assertThat(Engine.local(table(shuffled)).withThreads(8).execute(query)).isEqualTo(result);
        for (ResultRow row : result.rows()) {
            int community = COMMUNITIES.indexOf(row.region().orElseThrow().code());
            int year = row.period().orElseThrow().firstDay().getYear()
                    - FIRST.firstDay().getYear();
            BigDecimal sum = BigDecimal.ZERO;
            for (Row of : rows) {
                if (of.community == community && of.month / 12 == year) {
                    sum = sum.add(new BigDecimal(of.value));
                }
            }
            assertThat(row.cell(Measure.sum()).get().doubleValue()).isEqualTo(sum.doubleValue());
        }
    }
}
