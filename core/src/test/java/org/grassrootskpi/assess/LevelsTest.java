package org.grassrootskpi.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.assess.PublishedTable.number;

import com.google.common.collect.BoundType;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.assess.Escalation.Rule;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LevelsTest {
    private static final Levels SHANGHAI =
            Levels.from(List.of("较差", "一般", "尚可", "良好", "优秀"), d("70"), d("75"), d("80"), d("85"));

    private static BigDecimal d(String decimal) {
        return new BigDecimal(decimal);
    }

    @Test
    void reproducesTheLevelsOfShanghai() {
        for (var row : PublishedTable.rows("cn-satisfaction-levels")) {
            assertThat(SHANGHAI.judge(number(row, "score")).level().map(Level::name))
                    .as(row.getField("area"))
                    .contains(row.getField("level"));
        }
        assertThat(SHANGHAI.rounded(0).judge(d("79.92")).level().map(Level::name))
                .contains("良好");
    }

    private static List<Level> place(String place) {
        List<Level> levels = new ArrayList<>();
        for (var row : PublishedTable.rows("cn-light-rules")) {
            if (row.getField("place").equals(place)) {
                Level.Builder level = Level.builder().name(row.getField("level"));
                if (!row.getField("from").isEmpty()) {
                    level.lower(number(row, "from"))
                            .lowerIncluded(row.getField("from_in").equals("true"));
                }
                if (!row.getField("to").isEmpty()) {
                    level.upper(number(row, "to"))
                            .upperIncluded(row.getField("to_in").equals("true"));
                }
                levels.add(level.build());
            }
        }
        return levels;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Yinchuan|(0, 10) has no level",
                "Xinhuang|[80, +∞) has no level",
                "Dazu Shuanglu|[30, +∞) has no level"
            })
    void namesTheHoleOfAPublishedRule(String place, String hole) {
        assertThatThrownBy(() -> Levels.builder().addAllLevels(place(place)).build())
                .isInstanceOfSatisfying(
                        AssessmentRefusedException.class,
                        e -> assertThat(e.refusal().reason()).isEqualTo(Reason.LEVELS_DO_NOT_PARTITION))
                .hasMessageContaining(hole);
    }

    @Test
    void takesACompletePublishedRule() {
        Levels usaid = Levels.builder().addAllLevels(place("USAID OHA")).build();

        assertThat(usaid.levels().stream().map(Level::name))
                .containsExactly("far behind", "behind", "on track", "above");
        assertThat(usaid.judge(d("1.1")).level().map(Level::name)).contains("on track");
        assertThat(usaid.judge(d("0.9")).level().map(Level::name)).contains("on track");
        assertThat(usaid.judge(d("0.8999")).level().map(Level::name)).contains("behind");
    }

    /** Yinchuan's boundary cases, with a level in the hole. */
    @Test
    void reproducesTheLightsOfYinchuanWhereTheRuleHasOne() {
        Levels lights = Levels.of(
                Level.of("GREEN", Range.atMost(d("0"))),
                Level.of("UNDEFINED (0 < gap < 10)", Range.open(d("0"), d("10"))),
                Level.of("YELLOW", Range.closed(d("10"), d("30"))),
                Level.of("RED", Range.greaterThan(d("30"))));
        for (var row : PublishedTable.rows("cn-traffic-light-yinchuan")) {
            BigDecimal behind = number(row, "schedule_percent").subtract(number(row, "actual_percent"));

            assertThat(behind).isEqualByComparingTo(number(row, "points_behind"));
            assertThat(lights.judge(behind)).hasToString(row.getField("light"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[0..80)|(-∞, 0) has no level",
                "(-∞..80)|[80, +∞) has no level",
                "(-∞..80);(80..+∞)|the point 80 has no level",
                "(-∞..80];[80..+∞)|overlap at 80",
                "(-∞..80);[51..90);[90..+∞)|overlap from 51 to 80",
                "(-∞..+∞);[90..+∞)|overlap",
                "(-∞..80);[90..+∞)|[80, 90) has no level",
            })
    void refusesHolesAndOverlaps(String bands, String message) {
        List<Level> levels = new ArrayList<>();
        for (String band : bands.split(";", -1)) {
            levels.add(Level.of("level " + levels.size(), range(band)));
        }

        assertThatThrownBy(() -> Levels.builder().addAllLevels(levels).build()).hasMessageContaining(message);
    }

    private static Range<BigDecimal> range(String text) {
        String[] ends = text.substring(1, text.length() - 1).split("\\.\\.", -1);
        BoundType lower = text.startsWith("[") ? BoundType.CLOSED : BoundType.OPEN;
        BoundType upper = text.endsWith("]") ? BoundType.CLOSED : BoundType.OPEN;
        if (ends[0].equals("-∞")) {
            return ends[1].equals("+∞") ? Range.all() : Range.upTo(d(ends[1]), upper);
        }
        return ends[1].equals("+∞")
                ? Range.downTo(d(ends[0]), lower)
                : Range.range(d(ends[0]), lower, d(ends[1]), upper);
    }

    @Test
    void refusesEmptyBandsAndSharedNames() {
        assertThatThrownBy(() -> Levels.of()).hasMessageContaining("there are no levels");
        assertThatThrownBy(() -> Level.of("a", Range.closedOpen(d("3"), d("3"))))
                .hasMessageContaining("nothing in it");
        assertThatThrownBy(() -> Levels.of(Level.of("a", Range.lessThan(d("3"))), Level.of("a", Range.atLeast(d("3")))))
                .hasMessageContaining("two levels are named 'a'");
        assertThatThrownBy(() -> Levels.from(List.of("a", "b"), d("1"), d("2")))
                .hasMessageContaining("one name more than lines");
        assertThatThrownBy(() -> Levels.from(List.of("a", "b", "c"), d("2"), d("1")))
                .isInstanceOf(AssessmentRefusedException.class);
        assertThatThrownBy(() -> SHANGHAI.level("优")).hasMessageContaining("UNKNOWN_ID");
    }

    @Test
    void leavesOpenWhatTheBoundsLeaveOpen() {
        Levels percent = SHANGHAI.in(Unit.parse("%"));

        assertThat(percent.judge(Quantity.parse("79.9%"))).hasToString("尚可");
        assertThat(percent.judge(Quantity.parse("80%"))).hasToString("UNDECIDED 尚可..良好");
        assertThat(percent.judge(Quantity.parse("超85%"))).hasToString("优秀");
        assertThat(percent.judge(Quantity.parse("近75%"))).hasToString("UNDECIDED 较差..一般");
        assertThat(percent.judge(Quantity.parse("约75%")).possible()).hasSize(5);
        assertThat(percent.judge(Quantity.parse("约75%")).nominal().name()).isEqualTo("尚可");
        assertThat(percent.judge(Quantity.parse("约75%")).level()).isEmpty();
        assertThatThrownBy(() -> percent.judge(Quantity.parse("80元"))).hasMessageContaining("DIFFERENT_UNITS");
    }

    /** A value that is rounded first is judged by what it rounds to: [79.445, 79.5) can be 79 only. */
    @Test
    void roundsBoundsAsItRoundsTheValue() {
        Levels whole = Levels.from(List.of("b", "a"), d("80")).rounded(0);

        assertThat(whole.judge(d("79.48"), Range.closedOpen(d("79.445"), d("79.5"))))
                .hasToString("b");
        assertThat(whole.judge(d("79.48"), Range.closed(d("79.445"), d("79.5"))))
                .hasToString("UNDECIDED b..a");
        assertThat(whole.judge(d("79.5"))).hasToString("a");
    }

    @Test
    void saysHowFarTheNextLevelIs() {
        LevelJudgement judgement = SHANGHAI.judge(d("79.92"));

        assertThat(judgement.toUpper()).contains(d("0.08"));
        assertThat(judgement.toLower()).contains(d("4.92"));
        assertThat(SHANGHAI.judge(d("90")).toUpper()).isEmpty();
        assertThat(SHANGHAI.judge(d("60")).toLower()).isEmpty();
    }

    /** The law of levels: whatever the lines, every number has exactly one level. */
    @Property
    void partitionTheLine(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = -9, max = 9) Integer> lines,
            @ForAll @IntRange(min = -100, max = 100) int tenths) {
        List<Integer> rising = new ArrayList<>(new TreeSet<>(lines));
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= rising.size(); i++) {
            names.add("level " + i);
        }
        Levels levels =
                Levels.from(names, rising.stream().map(BigDecimal::valueOf).toArray(BigDecimal[]::new));
        BigDecimal number = BigDecimal.valueOf(tenths, 1);

        assertThat(levels.levels().stream().filter(level -> level.band().contains(number)))
                .singleElement()
                .isEqualTo(levels.judge(number).level().orElseThrow());
    }

    @Test
    void escalatesByTheHistory() {
        Escalation rules = Escalation.of(Rule.repeated("yellow", 2, "red"), Rule.recovered("red", "green", "yellow"));

        assertThat(rules.apply(history("green yellow yellow ? yellow red green green")))
                .isEqualTo(history("green yellow red ? yellow red yellow green"));
        Escalation inAll = Escalation.of(Rule.builder()
                .level("yellow")
                .times(2)
                .inARow(false)
                .becomes("red")
                .build());
        assertThat(inAll.apply(history("yellow green yellow yellow"))).isEqualTo(history("yellow green red red"));
        assertThatThrownBy(() -> Rule.repeated("yellow", 0, "red")).hasMessageContaining("1 or more times");
    }

    private static List<Optional<String>> history(String levels) {
        return Arrays.stream(levels.split(" ", -1))
                .map(level -> Optional.of(level).filter(name -> !name.equals("?")))
                .toList();
    }
}
