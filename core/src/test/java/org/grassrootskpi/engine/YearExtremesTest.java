package org.grassrootskpi.engine;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.grassrootskpi.columns.YearStatistics;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultRow;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Extremes by parent and by periods that are made of whole years, or not, against a map over the rows. */
class YearExtremesTest {
    private static final Dimension TOWN = Dimension.region(RegionLevel.TOWNSHIP);

    private final TreeMap<String, Integer> rows = new TreeMap<>();

    /** Two towns with three communities, from July 2021 to June 2024, of which a tenth is missing, and town u has nothing in 2023. */
    private ObservationTable table(Frequency frequency) {
        Random random = new Random(20210701);
        TableFixture fixture = new TableFixture().sector("s", "").indicator("cases", IndicatorKind.FLOW, "count:件", 0);
        for (String town : new String[] {"t", "u"}) {
            fixture.region(town, RegionLevel.TOWNSHIP, "");
            for (int c = 0; c < 3; c++) {
                String community = town + c;
                fixture.region(community, RegionLevel.COMMUNITY, town);
                for (TimePeriod period : TimePeriodRange.of(
                        TimePeriod.containing(LocalDate.of(2021, 7, 1), frequency),
                        TimePeriod.containing(LocalDate.of(2024, 6, 30), frequency))) {
                    boolean isSilent = town.equals("u") && period.toString().startsWith("2023");
                    if (!isSilent && random.nextInt(10) > 0) {
                        int value = random.nextInt(2000) - 1000;
                        fixture.row("cases", community, period.toString(), Integer.toString(value));
                        rows.put(community + " " + period, value);
                    }
                }
            }
        }
        return fixture.table();
    }

    @Test
    void keepsTheStatisticsOfYears() {
        YearStatistics years = requireNonNull(
                table(Frequency.MONTHLY).blocks().get(0).segments().get(0).years());

        assertThat(years.runs().size()).isEqualTo(2);
        assertThat(years.years()).isEqualTo(4);
        assertThat(years.end(0)).isEqualTo(6);
        assertThat(years.count(1, 2)).as("nothing in 2023").isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "MONTHLY, ANNUAL, 2021, 2024",
        "MONTHLY, ANNUAL, 2022, 2023",
        "MONTHLY, HALF_YEARLY, 2021-H2, 2024-H1",
        "MONTHLY, MONTHLY, 2021-07, 2024-06",
        "DAILY, ANNUAL, 2021, 2024",
        "DAILY, MONTHLY, 2021-12, 2023-01",
        "WEEKLY, WEEKLY, 2021-W26, 2024-W26"
    })
    void agreesWithTheRows(Frequency ofRows, Frequency frequency, String first, String last) {
        TimePeriod from = TimePeriod.parse(first);
        TimePeriod to = TimePeriod.parse(last);
        ObservationTable table = table(ofRows);
        Function<String, TimePeriod> group =
                period -> TimePeriod.containing(TimePeriod.parse(period).firstDay(), frequency);
        TreeMap<String, int[]> expected = new TreeMap<>();
        rows.forEach((key, value) -> {
            TimePeriod of = group.apply(key.substring(3));
            if (of.toCode() >= from.toCode() && of.toCode() <= to.toCode()) {
                int[] known = expected.computeIfAbsent(key.charAt(0) + " " + of, g -> new int[] {value, value, 0, 0});
                known[0] = Math.min(known[0], value);
                known[1] = Math.max(known[1], value);
                known[2]++;
                known[3] += value;
            }
        });
        Query extremes = Query.select("cases")
                .during(from + ".." + to)
                .groupBy(TOWN, Dimension.period(frequency))
                .measures(Measure.min(), Measure.max(), Measure.count())
                .observedOnly();
        Query withSums = extremes.measures(Measure.min(), Measure.max(), Measure.count(), Measure.sum());

        for (int threads = 1; threads <= 2; threads++) {
            LocalEngine engine = Engine.local(table).withThreads(threads);
            TreeMap<String, String> found = new TreeMap<>();
            for (ResultRow row : engine.execute(extremes).rows()) {
                found.put(row.region().orElseThrow().code() + " " + row.period().orElseThrow(), text(row, false));
            }
            assertThat(found.keySet()).isEqualTo(expected.keySet());
            for (ResultRow row : engine.execute(withSums).rows()) {
                String key =
                        row.region().orElseThrow().code() + " " + row.period().orElseThrow();
                int[] of = requireNonNull(expected.get(key));
                assertThat(found.get(key)).as(key).isEqualTo(of[0] + " " + of[1] + " " + of[2]);
                assertThat(text(row, true)).as(key).isEqualTo(of[0] + " " + of[1] + " " + of[2] + " " + of[3]);
            }
        }
    }

    private static String text(ResultRow row, boolean withSum) {
        return number(row, Measure.min()) + " " + number(row, Measure.max()) + " " + number(row, Measure.count())
                + (withSum ? " " + number(row, Measure.sum()) : "");
    }

    private static BigDecimal number(ResultRow row, Measure measure) {
        return row.cell(measure).get();
    }
}
