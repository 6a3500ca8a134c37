package org.grassrootskpi.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.grassrootskpi.catalog.CommonIndicators;
import org.grassrootskpi.conformance.Seeds;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Change;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Completion;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Rank;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.publish.FigureText;
import org.grassrootskpi.publish.SectorSummary;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a sector's paragraph says is what the report reader finds in it. */
class SectorSummaryTest {
    private static final TimePeriod YEAR = TimePeriod.ofYear(2024);
    private static final Pattern SHARE = Pattern.compile("(.+)占(.+)比重");
    private static final Catalog COMMON = CommonIndicators.load();

    /**
     * A subject has no verb that says only that something was done; 60岁 and 两项 are figures of their own; a rate in 10万 has no unit that
     * the reader knows.
     */
    private static final Set<String> SHORTENED =
            Set.of("实际使用外资", "实际使用外资（人民币）", "兑现惠企资金", "完成征地面积", "提供就业岗位数", "残疾人两项补贴发放额", "60岁及以上人口", "孕产妇死亡率");

    /** The common indicators that a level can be printed of, in a catalogue with a region. */
    private static final List<Indicator> INDICATORS = COMMON.indicators().stream()
            .filter(of -> !SHORTENED.contains(of.name().zh()))
            .filter(of -> of.kind() == IndicatorKind.FLOW
                    || of.kind() == IndicatorKind.STOCK
                    || of.kind() == IndicatorKind.RATIO)
            .toList();

    @Test
    void everyIndicatorIsReadBack() {
        List<String> wrong = new ArrayList<>();
        for (Indicator indicator : INDICATORS) {
            Random random = new Random(indicator.id().hashCode());
            for (int i = 0; i < 5; i++) {
                Catalog catalog = catalog(List.of(observation(indicator, random)));
                String text = SectorSummary.of(catalog, indicator.sector(), "x", YEAR, Language.ZH);
                if (!read(text).equals(expected(catalog))) {
                    wrong.add(text + "\n   " + read(text));
                    break;
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void manyTogetherAreReadBack(long seed) {
        Random random = new Random(seed);
        List<Indicator> chosen = new ArrayList<>(INDICATORS);
        Collections.shuffle(chosen, random);
        String sector = chosen.get(0).sector();
        Catalog catalog = catalog(chosen.stream()
                .filter(of -> of.sector().equals(sector))
                .limit(2 + random.nextInt(5))
                .map(of -> observation(of, random))
                .toList());

        String text = SectorSummary.of(catalog, sector, "x", YEAR, Language.ZH);

        assertThat(read(text)).as(text).containsExactlyInAnyOrderElementsOf(expected(catalog));
    }

    static LongStream seeds() {
        return Seeds.of(SectorSummaryTest.class, 100);
    }

    private static Catalog catalog(List<Observation> observations) {
        return Catalog.builder()
                .from(COMMON)
                .regions(List.of(Region.builder()
                        .code("x")
                        .name(LocalizedText.of("河湾街道", "Hewan"))
                        .level(RegionLevel.TOWNSHIP)
                        .build()))
                .documents(List.of(Document.builder()
                        .id("d")
                        .title(LocalizedText.of("年报", "Report"))
                        .publisher(LocalizedText.of("街道", "Subdistrict"))
                        .period(YEAR)
                        .build()))
                .observations(observations)
                .build();
    }

    private static List<String> read(String text) {
        return FigureReader.read(WorkReport.parse(text)).stream()
                .map(SectorSummaryTest::meaning)
                .toList();
    }

    private static Observation observation(Indicator indicator, Random random) {
        boolean isRatio = indicator.kind() == IndicatorKind.RATIO;
        boolean isPercent = indicator.unit().isRatio();
        int size = indicator.unit().isCounting() ? 0 : isPercent ? 1 : 2;
        BigDecimal number = new BigDecimal(1 + random.nextInt(isPercent ? 999 : 99_999)).movePointLeft(size);
        String unit = isPercent ? "%" : indicator.unit().symbol();
        String word = List.of("", "", "近", "超").get(random.nextInt(4));
        Observation.Builder observation = Observation.builder()
                .indicator(indicator.id())
                .region("x")
                .period(YEAR)
                .figure(Quantity.parse(word + number.toPlainString() + unit))
                .citation(Citation.of("d", "1", "q"));
        if (!isRatio && random.nextBoolean()) {
            BigDecimal percent = new BigDecimal(random.nextInt(800) - 400).movePointLeft(1);
            observation.yearOnYear(Change.builder()
                    .value(Quantity.parse(percent + "%"))
                    .basis(Change.Basis.STATED)
                    .quote("q")
                    .build());
        }
        if (!isRatio && random.nextInt(3) == 0) {
            observation.completion(Completion.of(Quantity.parse(50 + random.nextInt(100) + ".5%"), "q"));
        }
        if (random.nextInt(3) == 0) {
            observation.addRanks(Rank.builder()
                    .kind(Rank.Kind.PLACE)
                    .place(1 + random.nextInt(20))
                    .scope(RegionLevel.COUNTY)
                    .quote("q")
                    .build());
        }
        return observation.build();
    }

    private static List<String> expected(Catalog catalog) {
        List<String> expected = new ArrayList<>();
        for (Observation observation : catalog.observations()) {
            Indicator indicator = catalog.indicator(observation.indicator());
            // A share has the part as its subject, and is against the whole.
            Matcher share = SHARE.matcher(indicator.name().zh());
            String subject = share.matches() ? share.group(1) : indicator.name().zh();
            String about = subject + " " + YEAR + (indicator.kind() == IndicatorKind.STOCK ? " (end)" : "") + " ";
            expected.add(about + (subject.endsWith("占比") || share.matches() ? "SHARE " : "LEVEL ")
                    + text(printed(observation.figure().orElseThrow())) + " "
                    + (share.matches() ? share.group(2) : "null"));
            observation
                    .yearOnYear()
                    .map(Change::value)
                    .filter(change -> change.value().signum() != 0)
                    .ifPresent(change -> expected.add(about + "CHANGE " + text(change) + " previous-year"));
            observation
                    .completion()
                    .ifPresent(part -> expected.add(about + "COMPLETION " + text(part.value()) + " 年度任务"));
            observation
                    .ranks()
                    .forEach(rank ->
                            expected.add(about + "RANK EXACT " + rank.place().orElseThrow() + " rank 全区"));
        }
        return expected;
    }

    private static String meaning(FigureMention figure) {
        boolean falls = figure.comparison()
                .filter(of -> of == ReportedComparison.YOY_DECREASE)
                .isPresent();
        return figure.subject() + " " + figure.period().map(Object::toString).orElse("-") + " " + figure.role() + " "
                + text(falls ? figure.quantity().negated() : figure.quantity()) + " "
                + figure.against().orElse("null");
    }

    /** The figure as it is printed: 3亩 where the unit of the indicator has no size. */
    private static Quantity printed(Quantity figure) {
        return Quantity.parse(FigureText.of(figure, Language.ZH));
    }

    private static String text(Quantity figure) {
        return figure.qualifier() + " " + figure.value().stripTrailingZeros().toPlainString() + " "
                + figure.unit().base().code();
    }
}
