package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.engine.ScanData.Row;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.table.DuplicatePolicy;
import org.grassrootskpi.table.DuplicateRowException;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationTableBuilder;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tables that grow by many appends are those that are built at once: the same rows, answers and duplicates. */
class AppendPropertyTest {
    private static final Dimension TOWN = Dimension.region(RegionLevel.TOWNSHIP);
    private static final Dimension COMMUNITY = Dimension.region(RegionLevel.COMMUNITY);

    static LongStream seeds() {
        return Seeds.of(AppendPropertyTest.class, 15);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void appendedRowsAreAnsweredAsThoseOfOneBuild(long seed) {
        Random random = new Random(seed);
        ScanData data = new ScanData(random);
        ObservationTable atOnce = data.table();

        ObservationTable grown = grown(data, random);

        assertThat(grown).isEqualTo(atOnce).hasSameHashCodeAs(atOnce);
        assertThat(atOnce).isEqualTo(grown);
        for (Query query : queries(data)) {
            assertThat(Engine.local(grown).withThreads(1 + random.nextInt(4)).execute(query))
                    .isEqualTo(Engine.local(atOnce).withThreads(1).execute(query));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRowThatIsThereAlreadyIsFoundInWhateverAppendItCame(long seed) {
        Random random = new Random(seed);
        ScanData data = new ScanData(random);
        if (data.rows.isEmpty()) {
            return;
        }
        ObservationTable grown = grown(data, random);
        List<Row> corrected = new ArrayList<>(data.rows);
        List<Row> corrections = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(5); i++) {
            int at = random.nextInt(corrected.size());
            Row correction = corrected(data, corrected.get(at), random);
            corrected.set(at, correction);
            corrections.add(correction);
        }

        assertThatExceptionOfType(DuplicateRowException.class)
                .isThrownBy(() -> more(data, grown, corrections, DuplicatePolicy.REFUSE));
        assertThat(more(data, grown, corrections, DuplicatePolicy.KEEP_FIRST)).isEqualTo(grown);
        ObservationTableBuilder expected = data.builder();
        corrected.forEach(row -> data.add(expected, row));
        assertThat(more(data, grown, corrections, DuplicatePolicy.KEEP_LAST)).isEqualTo(expected.build());
    }

    private static Row corrected(ScanData data, Row row, Random random) {
        Quantity figure = Quantity.of(BigDecimal.valueOf(random.nextInt(100), data.decimals), Unit.parse("CNY"));
        return new Row(
                row.indicator(),
                row.community(),
                row.month(),
                row.source(),
                0,
                random.nextBoolean() ? ObservationStatus.NORMAL : ObservationStatus.PROVISIONAL,
                Optional.of(figure));
    }

    private static ObservationTable more(
            ScanData data, ObservationTable table, List<Row> rows, DuplicatePolicy policy) {
        ObservationTableBuilder more = table.toBuilder().onDuplicates(policy);
        rows.forEach(row -> data.add(more, row));
        return more.build();
    }

    /** Returns the table of the rows, added by and by in steps of different lengths. */
    private static ObservationTable grown(ScanData data, Random random) {
        int longest = 1 << random.nextInt(8);
        ObservationTable table = data.builder().build();
        for (int from = 0; from < data.rows.size(); ) {
            int to = Math.min(data.rows.size(), from + 1 + random.nextInt(longest));
            table = more(data, table, data.rows.subList(from, to), DuplicatePolicy.REFUSE);
            from = to;
        }
        return table;
    }

    private static List<Query> queries(ScanData data) {
        Measure[] all = {
            Measure.sum(), Measure.count(), Measure.min(), Measure.max(), Measure.mean(), Measure.coverage()
        };
        Query query = Query.select("i0", "i1", "i2").measures(all);
        List<Query> queries = new ArrayList<>(List.of(
                query,
                query.groupBy(Dimension.indicator(), TOWN),
                query.groupBy(Dimension.indicator(), TOWN, Dimension.period(Frequency.ANNUAL)),
                query.groupBy(Dimension.indicator(), COMMUNITY, Dimension.period(Frequency.MONTHLY)),
                Query.select("i0").measures(Measure.count()).groupBy(TOWN, Dimension.period(Frequency.QUARTERLY)),
                Query.select("i1").measures(Measure.yearOnYear()).groupBy(TOWN, Dimension.period(Frequency.MONTHLY)),
                Query.select("i2").measures(Measure.quantile(0.5)).groupBy(COMMUNITY)));
        if (data.sources) {
            queries.add(query.groupBy(Dimension.indicator(), Dimension.extra("source"), TOWN));
            queries.add(query.where("source", "a").groupBy(Dimension.indicator(), TOWN));
        }
        return queries;
    }
}
