package org.grassrootskpi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.grassrootskpi.columns.Segment;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ObservationTableTest {
    private static final Catalog CATALOG = village().catalog();
    private static final RegionNumbering ORDER = RegionNumbering.of(CATALOG);

    static TableFixture village() {
        return new TableFixture()
                .sector("s", "")
                .region("b", RegionLevel.COMMUNITY, "t")
                .region("t", RegionLevel.TOWNSHIP, "")
                .region("u", RegionLevel.TOWNSHIP, "")
                .region("c", RegionLevel.COMMUNITY, "u")
                .region("a", RegionLevel.COMMUNITY, "t")
                .indicator("visits", IndicatorKind.FLOW, "count:家次", 0)
                .indicator("money", IndicatorKind.FLOW, "CNY", 2)
                .indicator("grade", IndicatorKind.RANK, "rank", 0);
    }

    static Observation observation(String indicator, String region, String period, String figure) {
        return Observation.builder()
                .indicator(indicator)
                .region(region)
                .period(TimePeriod.parse(period))
                .figure(Quantity.parse(figure))
                .citation(Citation.of("report", "1", figure))
                .build();
    }

    static int code(String period) {
        return TimePeriod.parse(period).toCode();
    }

    @Test
    void regionsAreNumberedSoThatASubtreeIsARange() {
        assertThat(ORDER.regions().stream().map(region -> region.code())).containsExactly("t", "b", "a", "u", "c");
        assertThat(ORDER.subtreeEnd(ORDER.numberOf("t"))).isEqualTo(ORDER.numberOf("u"));
        assertThat(ORDER.subtreeEnd(ORDER.numberOf("c"))).isEqualTo(ORDER.size());
        assertThat(ORDER.parent(ORDER.numberOf("a"))).isEqualTo(ORDER.numberOf("t"));
        assertThat(ORDER.parent(ORDER.numberOf("t"))).isEqualTo(-1);
        assertThat(ORDER.ancestors(RegionLevel.TOWNSHIP)).containsExactly(0, 0, 0, 3, 3);
        assertThat(ORDER.ancestors(RegionLevel.COMMUNITY)).containsExactly(-1, 1, 2, -1, 4);
        assertThatThrownBy(() -> ORDER.numberOf("bb")).isInstanceOf(UnknownIdException.class);
    }

    @Test
    void rowsStandInBlocksByIndicatorLevelAndFrequencySortedByRegionAndPeriod() {
        ObservationTable table = village()
                .row("visits", "c", "2024-02", "4")
                .row("visits", "t", "2024-01", "5")
                .row("visits", "b", "2024-03", "3")
                .row("money", "b", "2024-01", "0.07")
                .row("visits", "b", "2024-01", "1")
                .row("visits", "b", "2024", "9")
                .table();

        assertThat(table.blocks())
                .extracting(SeriesBlock::toString)
                .containsExactly(
                        "visits TOWNSHIP MONTHLY: 1 rows",
                        "visits COMMUNITY ANNUAL: 1 rows",
                        "visits COMMUNITY MONTHLY: 3 rows",
                        "money COMMUNITY MONTHLY: 1 rows");
        Segment block = table.block("visits", RegionLevel.COMMUNITY, Frequency.MONTHLY)
                .orElseThrow()
                .segments()
                .get(0);
        assertThat(IntStream.range(0, block.series()).map(block::region))
                .containsExactly(ORDER.numberOf("b"), ORDER.numberOf("c"));
        assertThat(IntStream.rangeClosed(0, block.series()).map(block::start)).containsExactly(0, 2, 3);
        assertThat(IntStream.range(0, block.rows()).map(block.periods()::code))
                .containsExactly(code("2024-01"), code("2024-03"), code("2024-02"));
        assertThat(IntStream.range(0, block.rows()).mapToLong(block.values()::unscaled))
                .containsExactly(1L, 3L, 4L);
        assertThat(block.firstSeries(0, ORDER.numberOf("a"))).isEqualTo(1);
        assertThat(block.longest()).isEqualTo(2);
        assertThat(table.rows()).isEqualTo(6);
        assertThat(table.block("visits", RegionLevel.COUNTY, Frequency.MONTHLY)).isEmpty();
    }

    static LongStream seeds() {
        return Seeds.of(ObservationTableTest.class, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void observationsArraysAndAnyOrderGiveEqualTables(long seed) {
        Random random = new Random(seed);
        int size = random.nextInt(random.nextInt(6) == 0 ? 2 : 201);
        List<Integer> cells =
                new ArrayList<>(IntStream.range(0, 3 * 3 * 30).boxed().toList());
        Collections.shuffle(cells, random);
        cells = cells.subList(0, size);
        boolean wide = random.nextBoolean();
        ObservationTableBuilder fromObservations = ObservationTable.builder(CATALOG);
        int[] indicators = new int[size];
        int[] regions = new int[size];
        int[] periods = new int[size];
        long[] values = new long[size];
        for (int i = 0; i < size; i++) {
            int cell = cells.get(i);
            indicators[i] = cell % 2;
            regions[i] = ORDER.numberOf(List.of("a", "b", "c").get(cell / 30 % 3));
            periods[i] = code("2023-01") + cell % 30 + cell / 90 * 1000;
            values[i] = wide ? random.nextLong() : random.nextInt();
            fromObservations.add(Observation.builder()
                    .indicator(indicators[i] == 0 ? "visits" : "money")
                    .region(ORDER.region(regions[i]).code())
                    .period(TimePeriod.ofCode(periods[i]))
                    .figure(Quantity.of(
                            BigDecimal.valueOf(values[i], indicators[i] == 0 ? 0 : 2),
                            CATALOG.indicators().get(indicators[i]).unit()))
                    .citation(Citation.of("report", "1", "x"))
                    .build());
        }
        ObservationTable expected = fromObservations.build();

        assertThat(ObservationTable.builder(CATALOG)
                        .addAll(indicators, regions, periods, values)
                        .build())
                .isEqualTo(expected);

        ObservationTableBuilder backwards = ObservationTable.builder(CATALOG);
        for (int i = size - 1; i >= 0; i--) {
            String indicator = indicators[i] == 0 ? "visits" : "money";
            backwards.addAll(indicator, new int[] {regions[i]}, new int[] {periods[i]}, new long[] {values[i]});
        }
        ObservationTable other = backwards.build();
        assertThat(other).isEqualTo(expected).hasSameHashCodeAs(expected);

        int cut = size == 0 ? 0 : random.nextInt(size);
        ObservationTable grown = ObservationTable.builder(CATALOG)
                .addAll(head(indicators, cut), head(regions, cut), head(periods, cut), head(values, cut))
                .build()
                .toBuilder()
                .addAll(tail(indicators, cut), tail(regions, cut), tail(periods, cut), tail(values, cut))
                .build();
        assertThat(grown).isEqualTo(expected);
    }

    private static int[] head(int[] array, int cut) {
        return Arrays.copyOf(array, cut);
    }

    private static long[] head(long[] array, int cut) {
        return Arrays.copyOf(array, cut);
    }

    private static int[] tail(int[] array, int cut) {
        return Arrays.copyOfRange(array, cut, array.length);
    }

    private static long[] tail(long[] array, int cut) {
        return Arrays.copyOfRange(array, cut, array.length);
    }

    @Test
    void duplicateKeysAreRefusedByNameOrResolvedAsAsked() {
        List<Observation> twice = List.of(
                observation("visits", "a", "2024-01", "1家次"),
                observation("visits", "b", "2024-01", "2家次"),
                observation("visits", "a", "2024-01", "3家次"));

        assertThatThrownBy(() -> ObservationTable.builder(CATALOG).addAll(twice).build())
                .isInstanceOf(DuplicateRowException.class)
                .hasMessageContaining("1 key: visits:a:2024-01")
                .hasMessageContaining("KEEP_LAST");
        assertThat(kept(twice, DuplicatePolicy.KEEP_FIRST)).containsExactly(2L, 1L);
        assertThat(kept(twice, DuplicatePolicy.KEEP_LAST)).containsExactly(2L, 3L);
    }

    private static List<Long> kept(List<Observation> observations, DuplicatePolicy policy) {
        Segment block = ObservationTable.builder(CATALOG)
                .onDuplicates(policy)
                .addAll(observations)
                .build()
                .blocks()
                .get(0)
                .segments()
                .get(0);
        return IntStream.range(0, block.rows())
                .mapToObj(row -> block.values().unscaled(row))
                .toList();
    }

    @Test
    void remarksOfAFigureSurvive() {
        SeriesBlock block = village()
                .figure("money", "a", "2024-01", "近300亿元")
                .row("money", "a", "2024-02", "5")
                .missing("money", "a", "2024-03", ObservationStatus.NOT_COLLECTED)
                .table()
                .blocks()
                .get(0);

        assertThat(block.segments()).extracting(Segment::isPlain).containsExactly(true, false);
        Segment plain = block.segments().get(0);
        Segment remarked = block.segments().get(1);
        assertThat(remarked.precision(0).qualifier()).isEqualTo(Qualifier.BELOW);
        assertThat(remarked.precision(0).resolution()).isEqualByComparingTo("100000000");
        assertThat(remarked.precision(0).bounds(new BigDecimal("30000000000")))
                .isEqualTo(Quantity.parse("近300亿元").bounds());
        assertThat(plain.precision(0).bounds(new BigDecimal("5")))
                .isEqualTo(Range.closedOpen(new BigDecimal("4.995"), new BigDecimal("5.005")));
        assertThat(remarked.status(0)).isEqualTo(ObservationStatus.NORMAL);
        assertThat(remarked.status(1)).isEqualTo(ObservationStatus.NOT_COLLECTED);
        assertThat(remarked.statistics()).isNull();
    }

    @Test
    void plainRowsTakeNoRoomForRemarks() {
        Segment block = village()
                .row("visits", "a", "2024-01", "1")
                .row("visits", "a", "2024-02", "1")
                .row("visits", "a", "2024-03", "1")
                .row("visits", "a", "2024-04", "1")
                .table()
                .blocks()
                .get(0)
                .segments()
                .get(0);

        assertThat(block.isPlain()).isTrue();
        // Four values of four bytes, four periods of one; region, two starts, sum, minimum and maximum of one series;
        // the
        // start and the end of the one combination.
        assertThat(block.bytes()).isEqualTo(4 * 4 + 4 + 4 + 2 * 4 + 8 + 4 + 4 + 2 * 4);
    }

    @Test
    void statisticsAreKeptOnlyWhereTheirSumsAreProved() {
        String most = Long.toString(Long.MAX_VALUE);
        TableFixture village = village();
        for (int month = 1; month <= 4; month++) {
            village.row("visits", "a", "2024-0" + month, most);
        }

        assertThat(village.table().blocks().get(0).segments().get(0).statistics())
                .isNull();
        assertThat(village()
                        .row("visits", "a", "2024-01", most)
                        .table()
                        .blocks()
                        .get(0)
                        .segments()
                        .get(0)
                        .values()
                        .sumFitsLong(1))
                .isTrue();
    }

    @Test
    void observationsWithoutFigureThatOnlyStateARankAreLeftOut() {
        Observation rank = Observation.builder()
                .indicator("grade")
                .region("a")
                .period(TimePeriod.parse("2024"))
                .citation(Citation.of("report", "1", "x"))
                .build();

        assertThat(ObservationTable.builder(CATALOG).add(rank).build().rows()).isZero();
    }

    @Test
    void doublesAreForIndicatorsThatSaySo() {
        TableSchema schema = TableSchema.builder().addFloatingPoint("money").build();
        int[] region = {ORDER.numberOf("a")};
        int[] period = {code("2024")};

        ObservationTable table = ObservationTable.builder(CATALOG, schema)
                .addAll("money", region, period, new double[] {-0.0})
                .build();

        assertThat(table.blocks().get(0).segments().get(0).values().isFloatingPoint())
                .isTrue();
        assertThat(table.blocks().get(0).segments().get(0).values().asDouble(0)).isEqualTo(0.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObservationTable.builder(CATALOG, schema)
                        .addAll("money", region, period, new double[] {Double.NaN}))
                .withMessageContaining("finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ObservationTable.builder(CATALOG).addAll("money", region, period, new double[] {1}))
                .withMessageContaining("floatingPoint");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> ObservationTable.builder(CATALOG, schema).addAll("money", region, period, new long[] {1}))
                .withMessageContaining("doubles");
    }

    @Test
    void extraDimensionsArePartOfTheKeyAndSorted() {
        TableSchema schema =
                TableSchema.builder().addDimensions("source", "age").build();
        ObservationTable table = village()
                .row("visits", "a", "2024-01", "1", "web", "old")
                .row("visits", "a", "2024-01", "2", "app", "young")
                .row("visits", "a", "2024-01", "3", "app", "old")
                .table(schema);
        ObservationTable backwards = village()
                .row("visits", "a", "2024-01", "3", "app", "old")
                .row("visits", "a", "2024-01", "2", "app", "young")
                .row("visits", "a", "2024-01", "1", "web", "old")
                .table(schema);

        SeriesBlock block = table.blocks().get(0);
        assertThat(block.combinationValues())
                .containsExactly(
                        ImmutableList.of("app", "old"),
                        ImmutableList.of("app", "young"),
                        ImmutableList.of("web", "old"));
        assertThat(IntStream.range(0, 3).mapToLong(block.segments().get(0).values()::unscaled))
                .containsExactly(3L, 2L, 1L);
        assertThat(backwards).isEqualTo(table);
    }

    @Test
    void aTableOfNothingIsEmpty() {
        ObservationTable table = ObservationTable.builder(CATALOG).build();

        assertThat(table.rows()).isZero();
        assertThat(table.blocks()).isEmpty();
        assertThat(table).hasToString("0 rows in 0 blocks");
    }

    @Test
    void aKeyThatIsThereThreeTimesIsNamedOnce() {
        ObservationTableBuilder builder = ObservationTable.builder(CATALOG);
        for (int i = 0; i < 3; i++) {
            builder.add(observation("visits", "a", "2024", i + "家次"));
        }
        builder.add(observation("visits", "a", "2023", "1家次")).add(observation("visits", "a", "2023", "2家次"));

        assertThatThrownBy(builder::build)
                .isInstanceOfSatisfying(
                        DuplicateRowException.class,
                        duplicates -> assertThat(duplicates.keys()).containsExactly("visits:a:2023", "visits:a:2024"))
                .hasMessageContaining("got more for 2 keys: visits:a:2023, visits:a:2024;");
    }
}
