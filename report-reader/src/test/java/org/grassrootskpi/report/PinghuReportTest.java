package org.grassrootskpi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.grassrootskpi.catalog.PinghuCatalog;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Quantity;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reader against the inventory of the Pinghu report, and the draft against its catalogue. Skipped where they are not
 * at hand: beside the project, or in the folder that the system property {@code shared} names.
 */
class PinghuReportTest {
    private static final Path FOLDER = Path.of(System.getProperty("shared", "../../shared"), "report");
    private static final Set<String> KINDS = Set.of("quantity", "rate", "growth", "target", "rank");

    /** Lengths of time count neither way: 连续三年 is a figure to some and none to others. */
    private static final Set<String> DURATIONS = Set.of("count:年", "count:周年");

    private static WorkReport report;

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(Files.isDirectory(FOLDER), "skipped: the report is not beside the project");
        try (Stream<Path> files = Files.list(FOLDER)) {
            Path text = files.filter(file -> file.toString().endsWith(".txt"))
                    .findFirst()
                    .orElseThrow();
            report = WorkReport.decode(Files.readAllBytes(text));
        }
    }

    @Test
    void figuresOfTheInventoryAreFoundWithTheirValues() throws IOException {
        List<Truth> truths = inventory();
        List<FigureMention> found = FigureReader.read(report);
        Set<FigureMention> used = new HashSet<>();
        List<String> notes = new ArrayList<>();
        int hits = 0;
        for (Truth truth : truths) {
            Optional<FigureMention> hit = found.stream()
                    .filter(figure -> !used.contains(figure) && truth.matches(figure))
                    .findFirst();
            hit.ifPresent(used::add);
            hits += hit.isPresent() ? 1 : 0;
            if (hit.isEmpty()) {
                notes.add("missed " + truth.id + " " + truth.figure);
            }
        }
        found = found.stream()
                .filter(figure -> used.contains(figure)
                        || !DURATIONS.contains(figure.quantity().unit().code()))
                .toList();
        found.stream().filter(figure -> !used.contains(figure)).forEach(figure -> notes.add("false " + figure));
        double precision = (double) hits / found.size();
        double recall = (double) hits / truths.size();
        double f1 = 2 * precision * recall / (precision + recall);
        System.out.printf(
                Locale.ROOT,
                "Pinghu report: figures %d, found %d, precision %.4f, recall %.4f, F1 %.4f%n",
                truths.size(),
                found.size(),
                precision,
                recall,
                f1);
        assertThat(f1).as(notes.toString()).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    void theDraftFindsTheCatalogueAgain(@TempDir Path folder) throws IOException {
        Catalog truth = PinghuCatalog.load();
        CatalogDraft draft = CatalogDraft.of(report, truth, DraftRegion.of(truth.region("440307003"), truth));
        draft.writeTo(folder.resolve("draft"));
        Catalog read = CatalogJson.readFolder(folder.resolve("draft"));
        assertThat(read).isEqualTo(draft.catalog());
        int again = 0;
        List<String> missing = new ArrayList<>();
        for (Observation observation : truth.observations()) {
            Optional<Observation> found = draft.catalog().observations().stream()
                    .filter(candidate -> isSame(candidate, observation))
                    .findFirst();
            boolean same = (found.isPresent() && sameValue(found.get(), observation))
                    || draft.catalog().targets().stream().anyMatch(target -> isPlanned(target, observation));
            again += same ? 1 : 0;
            if (!same) {
                missing.add(observation.key() + " " + observation.citation().quote()
                        + found.map(other -> " but " + other.citation().quote()).orElse(""));
            }
        }
        List<String> wrong = new ArrayList<>();
        for (Observation observation : draft.catalog().observations()) {
            if (!observation.indicator().startsWith("draft.")
                    && truth.observations().stream()
                            .noneMatch(other -> isSame(observation, other) && sameValue(observation, other))) {
                wrong.add(observation.key() + " " + observation.citation().quote());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "Pinghu draft: observations %d, found again %d, wrong %d, unsure %d, proposed %d%n",
                truth.observations().size(),
                again,
                wrong.size(),
                draft.unsure().size(),
                draft.proposed().size());
        assertThat(wrong).isEmpty();
        assertThat((double) again / truth.observations().size())
                .as(missing.toString())
                .isGreaterThanOrEqualTo(0.95);
    }

    private static boolean isSame(Observation drafted, Observation truth) {
        return drafted.key().equals(truth.key());
    }

    /**
     * Whether a drafted target is what a plan says of the present: three 廉政公园 are there. Only a person sees that it is a
     * fact of the year before.
     */
    private static boolean isPlanned(Target target, Observation truth) {
        return truth.citation().section().startsWith("2025-")
                && target.indicator().equals(Optional.of(truth.indicator()))
                && target.region().equals(truth.region())
                && target.figure().map(Quantity::value).equals(truth.figure().map(Quantity::value));
    }

    /** The value where the report tells one; else that the indicator is named without a value. */
    private static boolean sameValue(Observation found, Observation truth) {
        if (found.figure().isEmpty() || truth.figure().isEmpty()) {
            boolean zeroInWords =
                    truth.figure().map(figure -> figure.value().signum() == 0).orElse(true);
            return found.figure().isEmpty() && zeroInWords;
        }
        return found.figure().get().value().compareTo(truth.figure().get().value()) == 0;
    }

    private static List<Truth> inventory() throws IOException {
        List<Truth> truths = new ArrayList<>();
        List<String> lines = Files.readAllLines(FOLDER.resolve("inventory.tsv"), StandardCharsets.UTF_8);
        for (String line : lines.subList(1, lines.size())) {
            String[] columns = line.split("\t", -1);
            boolean place = !columns[2].equals("rank") || columns[5].matches(".*第[一二三四五六七八九十0-9].*");
            if (KINDS.contains(columns[2]) && place && Truth.isNumber(columns)) {
                truths.add(new Truth(columns));
            }
        }
        return truths;
    }

    /** A line of the inventory. */
    private static final class Truth {
        private final String id;
        private final String figure;
        private final BigDecimal value;
        private final int offset;

        Truth(String[] columns) {
            this.id = columns[0];
            this.figure = columns[5];
            this.value = new BigDecimal(columns[6]);
            this.offset = Integer.parseInt(columns[13]);
        }

        static boolean isNumber(String[] columns) {
            return columns[6].matches("-?[0-9.]+")
                    && !columns[13].isEmpty()
                    && columns[5].matches(".*[0-9第].*|.*[两三六千万].*[所年次个倍].*")
                    && !columns[7].matches("version|structure|star|count:item|count:commitment|year|ordinal.*");
        }

        boolean matches(FigureMention found) {
            boolean near = found.start() >= offset && found.start() < offset + figure.length();
            return near && found.quantity().value().compareTo(value.abs()) == 0;
        }
    }
}
