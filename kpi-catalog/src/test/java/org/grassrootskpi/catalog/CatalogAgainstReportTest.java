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
import org.junit.jupiter.api.Test;

/** Holds the catalogue against the report, and against a checked reading of everything in it, both ways. */
class CatalogAgainstReportTest {
    private static final Catalog PINGHU = PinghuCatalog.load();
    private static final ImmutableListMultimap<String, Statement> BY_SECTION =
            Multimaps.index(Statement.of(PINGHU), Statement::section);
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
