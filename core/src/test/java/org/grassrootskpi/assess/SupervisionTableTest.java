package org.grassrootskpi.assess;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.junit.jupiter.api.Test;

/** A subdistrict's priorities to the end of July 2022 in five classes: counts that add up, and shares that do not. */
class SupervisionTableTest {
    @Test
    void reproducesTheCountsAndTheSharesBehindSchedule() {
        TableFixture fixture = new TableFixture().sector("s", "").region("all", RegionLevel.TOWNSHIP, "");
        List<NamedCsvRecord> rows = PublishedTable.rows("cn-street-supervision-2022-07");
        for (int i = 0; i < rows.size(); i++) {
            fixture.region("class" + i, RegionLevel.COMMUNITY, "all");
        }
        fixture.indicator("items", IndicatorKind.FLOW, "count:项", 0)
                .indicator("behind", IndicatorKind.FLOW, "count:项", 0)
                .indicator(TableFixture.indicator("share", "s", IndicatorKind.RATIO, "ratio", 2)
                        .numerator("behind")
                        .denominator("items")
                        .build());
        for (int i = 0; i < rows.size(); i++) {
            fixture.row("items", "class" + i, "2022-07", rows.get(i).getField("items"))
                    .row("behind", "class" + i, "2022-07", rows.get(i).getField("behind"));
        }
        Engine engine = Engine.local(fixture.table());

        ResultTable whole =
                engine.execute(Query.select("items", "behind", "share").during("2022-07"));
        ResultTable shares = engine.execute(
                Query.select("share").during("2022-07").groupBy(Dimension.region(RegionLevel.COMMUNITY)));

        assertThat(whole.stream().map(row -> row.cell(Measure.value()).get().toPlainString()))
                .containsExactly("60", "18", "0.3");
        for (int i = 0; i < rows.size(); i++) {
            String published = rows.get(i).getField("published_share_behind_percent");
            if (!published.isEmpty()) {
                assertThat(shares.row(i).cell(Measure.value()).get().movePointRight(2))
                        .isEqualByComparingTo(published);
            }
        }
    }
}
