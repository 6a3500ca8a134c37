package org.grassrootskpi.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import com.google.common.io.Resources;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Target;
import org.junit.jupiter.api.Test;

/** Holds the catalogue against the report, and against a checked reading of everything in it, both ways. */
class CatalogAgainstReportTest {
    private static final Catalog PINGHU = PinghuCatalog.load();
    private static final ImmutableListMultimap<String, Statement> BY_SECTION =
            Multimaps.index(Statement.of(PINGHU), Statement::section);
    private static final int LONGEST_HEADING = 36;
    private static final ImmutableMap<String, String> HEADINGS = ImmutableMap.<String, String>builder()
            .put("高起点发展新质生产力", "2025-1")
            .put("精耕“生长土壤”", "2025-1")
            .put("激发“消费动能”", "2025-1")
            .put("搭建“应用场景”", "2025-1")
            .put("高强度释放发展动能", "2025-2")
            .put("大力推动利益统筹", "2025-2")
            .put("大力推动土地整备", "2025-2")
            .put("大力推动城市更新", "2025-2")
            .put("高品质完善城区功能", "2025-3")
            .put("加快建设城区基础设施", "2025-3")
            .put("全力提升城区功能配套", "2025-3")
            .put("大力推动城区绿化美化", "2025-3")
            .put("高水平增进民生福祉", "2025-4")
            .put("促进基本民生事业加快发展", "2025-4")
            .put("健全民生服务保障机制", "2025-4")
            .put("持续增强高质量文体服务供给", "2025-4")
            .put("高标准提升治理水平", "2025-5")
            .put("健全安全防范体系", "2025-5")
            .put("维护社会平安稳定", "2025-5")
            .put("提升社会治理效能", "2025-5")
            .put("高效能打造廉洁队伍", "2025-6")
            .put("打造先锋无畏战斗堡垒", "2025-6")
            .put("打造忠诚担当战斗铁军", "2025-6")
            .put("打造风清气正政治生态", "2025-6")
            .buildOrThrow();
    private static final Set<String> MEASURED = Set.of("quantity", "rate", "growth");

    @Test
    void everyQuoteStandsInItsSection() throws IOException {
        ImmutableMap<String, String> sections = SharedReport.sections();

        assertThat(BY_SECTION.values())
                .hasSizeGreaterThan(450)
                .allSatisfy(statement -> assertThat(sections.getOrDefault(statement.section(), "no such section"))
                        .as("%s of %s", statement.kind(), statement.element())
                        .contains(statement.quote()));
    }

    @Test
    void everyQuoteStandsInItsSectionOnlyOnce() throws IOException {
        ImmutableMap<String, String> sections = SharedReport.sections();

        assertThat(BY_SECTION.values())
                .allSatisfy(statement -> assertThat(Splitter.on(statement.quote())
                                .splitToList(sections.getOrDefault(statement.section(), "")))
                        .as(
                                "%s of %s, between and around '%s'",
                                statement.kind(), statement.element(), statement.quote())
                        .hasSize(2));
    }

    /** What is planned is a target: an honour, a place or a milestone in it would be one of the future. */
    @Test
    void noHonourIsCitedFromThePlan() {
        assertThat(PINGHU.recognitions())
                .extracting(recognition -> recognition.citation().section())
                .allMatch(section -> section.startsWith("2024-"));
        assertThat(PINGHU.observations())
                .filteredOn(observation -> observation.citation().section().startsWith("2025-"))
                .allSatisfy(observation -> assertThat(observation.ranks().size()
                                + observation.awards().size())
                        .as(observation.key())
                        .isZero());
    }

    /** The plan's own headings: one for each part of it and each paragraph, and nothing but these is asked of them. */
    @Test
    void everyHeadingOfThePlanIsAnAspiration() throws IOException {
        ImmutableMap<String, String> sections = SharedReport.sections();
        Map<String, Target> byQuote = PINGHU.targets().stream()
                .collect(ImmutableMap.toImmutableMap(target -> target.citation().quote(), target -> target));

        assertThat(HEADINGS).allSatisfy((heading, section) -> {
            assertThat(sections.get(section)).contains(heading + "。");
            assertThat(byQuote)
                    .hasEntrySatisfying(
                            heading, target -> assertThat(target.type()).isEqualTo(Target.Type.ASPIRATION));
        });
        sections.forEach((section, text) -> {
            if (section.startsWith("2025-") && !section.endsWith("-0")) {
                assertThat(Splitter.on('。').splitToList(text).stream()
                                .filter(sentence -> sentence.length() <= LONGEST_HEADING)
                                .filter(sentence -> HEADINGS.keySet().stream().anyMatch(sentence::endsWith)))
                        .as(section)
                        .hasSize(4);
            }
        });
    }

    @Test
    void everythingInTheInventoryIsCitedOrLeftOutWithAReason() throws IOException {
        List<String> unaccounted = new ArrayList<>();
        for (Map<String, String> row : SharedReport.inventory()) {
            String section = section(row);
            boolean accounted = leftOut().get(section).stream()
                            .anyMatch(quote -> texts(row).stream().anyMatch(quote::contains))
                    || BY_SECTION.get(section).stream().anyMatch(statement -> accountsFor(statement, row));
            if (!accounted) {
                unaccounted.add(section + " " + row);
            }
        }

        assertThat(unaccounted).isEmpty();
    }

    @Test
    void everythingThatIsCitedIsInTheInventory() throws IOException {
        ImmutableListMultimap<String, ImmutableMap<String, String>> rows =
                Multimaps.index(SharedReport.inventory(), CatalogAgainstReportTest::section);
        List<Statement> strangers = BY_SECTION.values().stream()
                .filter(statement -> rows.get(statement.section()).stream()
                        .flatMap(row -> Stream.concat(texts(row).stream(), related(row).stream()))
                        .noneMatch(statement::speaksOf))
                .filter(statement -> !HEADINGS.containsKey(statement.quote()))
                .toList();

        assertThat(strangers).isEmpty();
    }

    @Test
    void countsWhatIsCovered() throws IOException {
        Map<String, Map<String, Integer>> counts = new TreeMap<>();
        for (Map<String, String> row : SharedReport.inventory()) {
            counts.computeIfAbsent(row.getOrDefault("kind", ""), kind -> new TreeMap<>())
                    .merge(section(row), 1, Integer::sum);
        }
        Set<String> sections = new TreeSet<>();
        counts.values().forEach(row -> sections.addAll(row.keySet()));
        StringBuilder table = new StringBuilder("Rows of the inventory, all cited or left out with a reason:\n");
        table.append(String.format(Locale.ROOT, "%-10s", ""));
        sections.forEach(section -> table.append(String.format(Locale.ROOT, "%8s", section)));
        counts.forEach((kind, bySection) -> {
            table.append(String.format(Locale.ROOT, "%n%-10s", kind));
            sections.forEach(
                    section -> table.append(String.format(Locale.ROOT, "%8d", bySection.getOrDefault(section, 0))));
        });
        System.out.println(table);

        assertThat(counts.keySet())
                .containsExactly(
                        "award", "growth", "milestone", "programme", "quantity", "rank", "rate", "rating", "target");
    }

    @Test
    void whatIsLeftOutHasASectionAQuoteAndAReason() throws IOException {
        assertThat(leftOutLines())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line)
                        .hasSize(3)
                        .allSatisfy(field -> assertThat(field).isNotBlank()));
    }

    private static boolean accountsFor(Statement statement, Map<String, String> row) {
        if (texts(row).stream().noneMatch(statement::speaksOf)) {
            return false;
        }
        String value = row.getOrDefault("value", "");
        return !MEASURED.contains(row.getOrDefault("kind", ""))
                || value.isEmpty()
                || statement
                        .value()
                        .map(read -> read.compareTo(new BigDecimal(value)) == 0)
                        .orElse(false);
    }

    /** What the report prints of a row: its figure, its name, its state. */
    private static List<String> texts(Map<String, String> row) {
        List<String> texts = new ArrayList<>();
        for (String column : List.of("figure", "name_in_text", "state_zh", "deadline_zh")) {
            String text = row.getOrDefault(column, "");
            if (!text.isEmpty()) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** Whom a row speaks of, where that is not its own name. */
    private static List<String> related(Map<String, String> row) {
        return Splitter.on('|').omitEmptyStrings().splitToList(row.getOrDefault("related", ""));
    }

    private static String section(Map<String, String> row) {
        String ordinal = row.getOrDefault("section_ordinal", "");
        int open = ordinal.indexOf('(');
        return ordinal.substring(0, 4) + "-" + (open < 0 ? 0 : 1 + "一二三四五六七".indexOf(ordinal.charAt(open + 1)));
    }

    private static ImmutableListMultimap<String, String> leftOut() throws IOException {
        ImmutableListMultimap.Builder<String, String> quotes = ImmutableListMultimap.builder();
        leftOutLines().forEach(line -> quotes.put(line.get(0), line.get(1)));
        return quotes.build();
    }

    private static ImmutableList<List<String>> leftOutLines() throws IOException {
        return Resources.readLines(
                        Resources.getResource(PinghuCatalog.class, "pinghu/left-out.tsv"), StandardCharsets.UTF_8)
                .stream()
                .filter(line -> !line.startsWith("#") && !line.startsWith("section\t"))
                .map(line -> Splitter.on('\t').splitToList(line))
                .collect(ImmutableList.toImmutableList());
    }
}
