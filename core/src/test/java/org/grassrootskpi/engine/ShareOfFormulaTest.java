package org.grassrootskpi.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorFormula;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.api.Test;

/**
 * Shares over members of what follows from other indicators and is observed as well: figures that were not needed do not say whether
 * the whole contains the part.
 */
class ShareOfFormulaTest {
    private static final Measure SHARE = Measure.shareOver(Dimension.extra("channel"));

    private static final TableSchema SCHEMA = TableSchema.builder()
            .addDimensions("channel")
            .total("channel", "total")
            .build();

    /** The net cases follow from those of one of two prefectures; of a later month, they are observed, with a total of their own. */
    private static ObservationTable table() {
        TableFixture fixture = new TableFixture()
                .sector("s", "")
                .region("p", RegionLevel.PROVINCE, "")
                .region("a", RegionLevel.PREFECTURE, "p")
                .region("b", RegionLevel.PREFECTURE, "p")
                .indicator("cases", IndicatorKind.FLOW, "count:宗", 0)
                .indicator(TableFixture.indicator("net", "s", IndicatorKind.FLOW, "count:宗", 0)
                        .formula(IndicatorFormula.parse("cases - 0.5 * cases"))
                        .build())
                .row("cases", "a", "2024-01", "38", "web")
                .row("net", "p", "2024-02", "5", "web")
                .row("net", "p", "2024-02", "8", "total");
        return fixture.table(SCHEMA);
    }

    @Test
    void isOfOneWholeWhereBothFollowFromTheSameRows() {
        ResultTable result = Engine.local(table())
                .execute(Query.select("net")
                        .groupBy(
                                Dimension.region(RegionLevel.PROVINCE),
                                Dimension.period(Frequency.MONTHLY),
                                Dimension.extra("channel"))
                        .measures(SHARE)
                        .observedOnly());

        List<String> cells = result.cells(SHARE).toList().stream()
                .map(cell -> String.valueOf(requireNonNull(cell).value().orElse(null)) + " " + cell.remarks())
                .toList();
        assertThat(cells).containsExactly("1 []", "1 [as observed]", "0.625 [as observed]");
    }
}
