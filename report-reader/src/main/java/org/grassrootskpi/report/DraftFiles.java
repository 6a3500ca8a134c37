package org.grassrootskpi.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Joiner;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.table.CsvCells;

/** Writes a draft as catalogue files, with a list of the figures to place and one of the guesses to check. */
final class DraftFiles {
    private static final ImmutableList<ImmutableList<String>> FILES = ImmutableList.of(
            ImmutableList.of("1-common.json", "documents", "regions", "sectors"),
            ImmutableList.of("2-indicators.json", "indicators"),
            ImmutableList.of("3-observations.json", "observations"),
            ImmutableList.of("4-targets.json", "targets"),
            ImmutableList.of("5-honours-and-projects.json", "recognitions", "stageModels", "projects"));

    private DraftFiles() {}

    static void write(CatalogDraft draft, Path folder) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        JsonNode whole = mapper.readTree(CatalogJson.toJson(draft.catalog()));
        for (ImmutableList<String> file : FILES) {
            ObjectNode part = mapper.createObjectNode();
            file.subList(1, file.size()).stream().filter(whole::has).forEach(name -> part.set(name, whole.get(name)));
            if (!part.isEmpty()) {
                Files.writeString(folder.resolve(file.get(0)), part.toPrettyString() + "\n");
            }
        }
        table(
                folder.resolve("unsure.tsv"),
                List.of("start", "quote", "subject", "indicators", "reason", "detail"),
                Stream.concat(
                        draft.unsure().stream().map(DraftFiles::row),
                        draft.doubts().stream().map(DraftFiles::row)));
        table(
                folder.resolve("guessed.tsv"),
                List.of("element", "property", "value", "why"),
                draft.guesses().stream()
                        .map(guess -> List.of(guess.element(), guess.property(), guess.value(), guess.why())));
    }

    private static List<String> row(IndicatorMatch binding) {
        FigureMention figure = binding.figure().orElseThrow();
        return List.of(
                Integer.toString(figure.start()),
                binding.quote(),
                figure.subject(),
                String.join(" ", binding.indicators()),
                binding.reason().map(OpenReason::text).orElse(""),
                binding.detail());
    }

    private static List<String> row(FigureDoubt doubt) {
        String start = Integer.toString(doubt.start());
        return List.of(start, doubt.text(), "", "", doubt.reason().message(), "no value was read");
    }

    private static void table(Path file, List<String> head, Stream<List<String>> rows) throws IOException {
        StringBuilder lines = new StringBuilder();
        Stream.concat(Stream.of(head), rows)
                .forEach(row -> Joiner.on('\t')
                        .appendTo(lines, row.stream().map(DraftFiles::cell).iterator())
                        .append('\n'));
        Files.writeString(file, lines);
    }

    /** Puts a text on one line and guards it against being read as a formula: a person opens these lists with a spreadsheet. */
    private static String cell(String text) {
        return CsvCells.GUARDED.of(text.replaceAll("[\\s\\p{Cntrl}]+", " "));
    }
}
