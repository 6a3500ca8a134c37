package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;

/** Values and targets of a township with two communities, and how tests ask for measures of both. */
abstract class TargetQuestions {
    static final Dimension COMMUNITY = Dimension.region(RegionLevel.COMMUNITY);

    static final Dimension TOWNSHIP = Dimension.region(RegionLevel.TOWNSHIP);

    static final Dimension MONTH = Dimension.period(Frequency.MONTHLY);

    static final TableSchema BY_TYPE =
            TableSchema.builder().addDimensions("type").build();

    final TableFixture done = places();

    final TableFixture planned = places();

    static TableFixture places() {
        TableFixture places = new TableFixture()
                .sector("s", "")
                .region("t", RegionLevel.TOWNSHIP, "")
                .region("a", RegionLevel.COMMUNITY, "t")
                .region("b", RegionLevel.COMMUNITY, "t");
        add(places, "flow", IndicatorKind.FLOW, "count:宗", 0, Direction.HIGHER);
        add(places, "fewer", IndicatorKind.FLOW, "count:宗", 0, Direction.LOWER);
        add(places, "any", IndicatorKind.FLOW, "count:宗", 0, Direction.NEUTRAL);
        add(places, "money", IndicatorKind.FLOW, "CNY", 0, Direction.HIGHER);
        add(places, "stock", IndicatorKind.STOCK, "count:宗", 0, Direction.HIGHER);
        add(places, "growth", IndicatorKind.GROWTH, "ratio", 4, Direction.HIGHER);
        add(places, "rating", IndicatorKind.RATING, "ratio", 0, Direction.HIGHER);
        add(places, "seen", IndicatorKind.RATIO, "ratio", 4, Direction.HIGHER);
        return places.indicator(TableFixture.indicator("rate", "s", IndicatorKind.RATIO, "ratio", 4)
                .direction(Direction.HIGHER)
                .numerator("flow")
                .denominator("any")
                .build());
    }

    static void add(
            TableFixture places, String id, IndicatorKind kind, String unit, int decimals, Direction direction) {
        places.indicator(TableFixture.indicator(id, "s", kind, unit, decimals)
                .direction(direction)
                .build());
    }

    ResultTable ask(Query query) {
        return ask(query, TableSchema.empty(), TableSchema.empty());
    }

    ResultTable ask(Query query, TableSchema schema, TableSchema ofTargets) {
        Catalog catalog = done.catalog();
        ResultTable table = Engine.local(TableFixture.table(catalog, schema, done.rows()))
                .withTargets(TableFixture.table(catalog, ofTargets, planned.rows()))
                .execute(query);
        // Numbers are read without cells where that is possible: they are those of the cells.
        for (Measure measure : query.measures()) {
            assertThat(table.doubles(measure))
                    .containsExactly(table.stream()
                            .mapToDouble(row -> row.cell(measure).doubleValue())
                            .toArray());
        }
        return table;
    }

    Cell cell(Query query, Measure measure) {
        ResultTable table = ask(query.measures(measure));
        assertThat(table.refusals()).isEmpty();
        return table.row(table.rowCount() - 1).cell(measure);
    }

    Refusal refusal(Query query, Measure measure) {
        List<Refusal> refusals = ask(query.measures(measure)).refusals();
        assertThat(refusals).hasSize(1);
        return refusals.get(0);
    }

    static Query of(String indicator, String region, String period) {
        return Query.select(indicator).within(region).during(period);
    }
}
