package org.grassrootskpi.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.ObservationTable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Quantiles over indicators of one sector, which are printed with the same or with different decimals. */
class QuantileScalesTest {
    private static ObservationTable table(int decimals, String figure, String region) {
        return new TableFixture()
                .region("t", RegionLevel.TOWNSHIP, "")
                .region("a", RegionLevel.COMMUNITY, "t")
                .region("b", RegionLevel.COMMUNITY, "t")
                .sector("s", "")
                .indicator("one", IndicatorKind.FLOW, "CNY", 1)
                .indicator("other", IndicatorKind.FLOW, "CNY", decimals)
                .row("one", "a", "2024-01", "1.5")
                .row("one", "a", "2024-02", "2.5")
                .row("one", "a", "2024-03", "-3.5")
                .row("other", region, "2024-01", figure)
                .table();
    }

    private static List<String> medians(ObservationTable table, Dimension dimension) {
        Measure median = Measure.quantile(0.5);
        ResultTable result = Engine.local(table)
                .execute(Query.select("one", "other")
                        .groupBy(Dimension.sector(), dimension)
                        .measures(median, Measure.quantile(1)));
        List<String> medians = new ArrayList<>();
        for (int row = 0; row < result.rowCount(); row++) {
            String cell = requireNonNull(result.cells(median).get(row)).get().toPlainString();
            assertThat(result.cells(median).doubleAt(row)).isEqualTo(Double.parseDouble(cell));
            medians.add(cell);
        }
        return medians;
    }

    @ParameterizedTest
    @CsvSource({"1, 2.0, 1.5", "2, 2.25, 1.5", "0, 2, 1.5", "3, -9.125, -3.5"})
    void findsTheMedianOfValuesOfAnyDecimals(int decimals, String figure, String expected) {
        assertThat(medians(table(decimals, figure, "a"), Dimension.region(RegionLevel.TOWNSHIP)))
                .containsExactly(expected);
    }

    @ParameterizedTest
    @CsvSource({"1, 2.4", "2, 2.25", "0, 2"})
    void findsTheMedianOfEachGroup(int decimals, String figure) {
        assertThat(medians(table(decimals, figure, "b"), Dimension.region(RegionLevel.COMMUNITY)))
                .containsExactly("1.5", figure);
    }
}
