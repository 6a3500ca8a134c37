package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.grassrootskpi.csv.ObservationCsv;
import org.grassrootskpi.model.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small tables laid out as offices all over the world publish them. For each file of the folder {@code layouts} a text beside it has
 * all that is read of it: indicators, regions, observations, questions. The figures are invented.
 */
class LayoutsTest {
    static Stream<Path> tables() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(LayoutsTest.class.getResource("layouts")).toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.toString().endsWith(".txt")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("tables")
    void readsAllOfIt(Path file) throws IOException {
        Path expected = file.resolveSibling(file.getFileName().toString().replaceFirst("\\.\\w+$", ".txt"));

        assertThat(shown(TableImport.of(file).read()))
                .isEqualTo(Files.readString(expected, StandardCharsets.UTF_8)
                        .replace("\r", "")
                        .replaceFirst("^# .*\n", ""));
    }

    /** A mapping that was written and read again gives the same table as the one found out. */
    @ParameterizedTest
    @MethodSource("tables")
    void readsTheSameByTheMapping(Path file) throws IOException {
        TableMapping mapping =
                TableImport.parseMapping(TableImport.toJson(TableImport.of(file).propose()));

        assertThat(shown(TableImport.of(file).with(mapping).read()))
                .isEqualTo(shown(TableImport.of(file).read()));
    }

    private static String shown(ImportedTable table) throws IOException {
        StringBuilder shown = new StringBuilder();
        table.catalog()
                .indicators()
                .forEach(indicator -> shown.append(indicator.id())
                        .append(": ")
                        .append(indicator.name().en())
                        .append(", ")
                        .append(indicator.unit())
                        .append(", ")
                        .append(indicator.kind())
                        .append('\n'));
        shown.append(table.catalog().regions().stream()
                .map(LayoutsTest::shown)
                .collect(Collectors.joining(", ", "regions ", "\n")));
        StringBuilder observations = new StringBuilder();
        ObservationCsv.write(table.table(), observations);
        shown.append(observations.toString().replace("\r", ""));
        table.questions()
                .forEach(question -> shown.append("? ").append(question).append('\n'));
        return shown.toString();
    }

    private static String shown(Region region) {
        String name = region.name().en();
        String code = region.code().equals(name) ? name : region.code() + " " + name;
        return code + region.parent().map(parent -> " in " + parent).orElse("");
    }
}
