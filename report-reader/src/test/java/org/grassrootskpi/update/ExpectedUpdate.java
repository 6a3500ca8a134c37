package org.grassrootskpi.update;

import com.google.common.collect.ImmutableList;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.grassrootskpi.catalog.PinghuCatalog;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.report.WorkReport;

/** What a person finds in an invented report, as written down before the code was run on it, beside what an update proposes. */
final class ExpectedUpdate {
    static final Catalog PINGHU = PinghuCatalog.load();

    final CatalogUpdate update;
    private final List<List<String>> expected = new ArrayList<>();

    private ExpectedUpdate(String name) {
        this.update = CatalogUpdate.propose(report(name), PINGHU);
        for (String line : text(name + "-expected.tsv").lines().toList()) {
            if (!line.startsWith("#") && !line.isBlank()) {
                expected.add(List.of(line.split("\t", -1)));
            }
        }
    }

    static ExpectedUpdate of(String name) {
        return new ExpectedUpdate(name);
    }

    static WorkReport report(String name) {
        return WorkReport.parse(text(name + ".txt"));
    }

    static String text(String name) {
        try {
            return Resources.toString(Resources.getResource(ExpectedUpdate.class, name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kind, element and what is said of it. */
    Set<String> expected(String... kinds) {
        Set<String> wanted = Set.of(kinds);
        Set<String> lines = new LinkedHashSet<>();
        expected.stream()
                .filter(row -> wanted.contains(row.get(0)))
                .forEach(row -> lines.add(String.join(" ", row.subList(0, 3))));
        return lines;
    }

    /** The same of the entries of one kind. */
    Set<String> found(UpdateEntry.Kind kind, Predicate<UpdateEntry> kept) {
        Set<String> lines = new LinkedHashSet<>();
        update.entries().stream()
                .filter(entry -> entry.kind() == kind && kept.test(entry))
                .map(ExpectedUpdate::line)
                .forEach(lines::add);
        return lines;
    }

    static boolean isSure(UpdateEntry entry) {
        return entry.kind() != UpdateEntry.Kind.OBSERVATION
                || entry.question().isEmpty()
                || entry.question().get().en().contains("agree")
                || entry.question().get().en().contains("exceeds");
    }

    private static String line(UpdateEntry entry) {
        String element = entry.observation()
                .map(of -> of.indicator())
                .or(() -> entry.milestone().map(of -> of.project()))
                .or(() -> entry.outcome().map(of -> of.target()))
                .or(() -> entry.target().flatMap(of -> of.continues().or(of::indicator)))
                .or(() -> entry.target().map(of -> of.id()))
                .orElseThrow();
        String kind = entry.kind().name().toLowerCase(Locale.ROOT);
        return kind + " " + element + " " + entry.proposal().replaceFirst(" continues .*", "");
    }

    /** Expected and found pairs, precision and recall, for a person who reads the build. */
    ImmutableList<String> score() {
        ImmutableList.Builder<String> lines = ImmutableList.builder();
        for (UpdateEntry.Kind kind : UpdateEntry.Kind.values()) {
            Set<String> wanted = expected(kind.name().toLowerCase(Locale.ROOT));
            Set<String> got = found(kind, ExpectedUpdate::isSure);
            long right = got.stream().filter(wanted::contains).count();
            lines.add(String.format(
                    Locale.ROOT, "%-12s expected %2d found %2d right %2d", kind, wanted.size(), got.size(), right));
            Stream.concat(
                            wanted.stream().filter(line -> !got.contains(line)).map(line -> "  missing " + line),
                            got.stream().filter(line -> !wanted.contains(line)).map(line -> "  extra   " + line))
                    .forEach(lines::add);
        }
        update.notes().stream()
                .filter(note -> note.kind() != UpdateNote.Kind.NOT_MENTIONED && note.kind() != UpdateNote.Kind.DROPPED)
                .forEach(note -> lines.add("  " + note.kind() + " " + note.element() + ": "
                        + note.text().en()));
        update.entries().stream()
                .filter(entry -> entry.question().isPresent())
                .forEach(entry -> lines.add("  ASKED " + entry + ": "
                        + entry.question().map(of -> of.en()).orElse("")));
        return lines.build();
    }

    Optional<UpdateEntry> entry(String id) {
        return update.entries().stream().filter(entry -> entry.id().equals(id)).findFirst();
    }
}
