package org.grassrootskpi.conformance;

import java.util.List;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;

/** Cases that every engine must answer alike, to the last digit; {@link EngineSuite} has all of them. */
abstract class Conformance {
    /** The engine to be tested, over the observations of a table. */
    protected abstract Engine engine(ObservationTable table);

    final ResultTable ask(TableFixture fixture, Query query) {
        return engine(fixture.table()).execute(query);
    }

    final ResultTable ask(TableFixture fixture, TableSchema schema, Query query) {
        return engine(fixture.table(schema)).execute(query);
    }

    /** The cells of a query's first measure. */
    final List<String> shown(TableFixture fixture, Query query) {
        Measure first = query.measures().get(0);
        return ask(fixture, query).stream()
                .map(row -> row.cell(first).toString())
                .toList();
    }

    static List<String> shown(ResultTable result, String measure) {
        return result.stream().map(row -> row.cell(measure).toString()).toList();
    }
}
