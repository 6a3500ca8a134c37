package org.grassrootskpi.catalog;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of the report and the checked inventory of it, where they lie beside the project. */
final class SharedReport {
    private static final Path FOLDER = Path.of("..", "..", "shared", "report");
    private static final Pattern PART = Pattern.compile("(?m)^[一二]、(\\d{4})年.*$");
    private static final Pattern SECTION = Pattern.compile("(?m)^\\([一二三四五六七]\\)");

    private SharedReport() {}

    /** The sections by the names that citations use, such as {@code 2024-1}; skips the test where there is no report. */
    static ImmutableMap<String, String> sections() throws IOException {
        skipWithoutReport();
        String text;
        try (DirectoryStream<Path> texts = Files.newDirectoryStream(FOLDER, "*.txt")) {
            text = Files.readString(texts.iterator().next());
        }
        ImmutableMap.Builder<String, String> sections = ImmutableMap.builder();
        Matcher part = PART.matcher(text);
        while (part.find()) {
            int from = part.end();
            Matcher next = PART.matcher(text);
            String body = text.substring(from, next.find(from) ? next.start() : text.length());
            List<String> parts = Splitter.on(SECTION).splitToList(body);
            for (int i = 0; i < parts.size(); i++) {
                sections.put(part.group(1) + "-" + i, parts.get(i));
            }
        }
        return sections.buildOrThrow();
    }

    /** The rows of the inventory by column name; skips the test where there is none. */
    static ImmutableList<ImmutableMap<String, String>> inventory() throws IOException {
        skipWithoutReport();
        List<String> lines = Files.readAllLines(FOLDER.resolve("inventory.tsv"));
        List<String> columns = Splitter.on('\t').splitToList(lines.get(0));
        ImmutableList.Builder<ImmutableMap<String, String>> rows = ImmutableList.builder();
        for (String line : lines.subList(1, lines.size())) {
            List<String> fields = Splitter.on('\t').splitToList(line);
            ImmutableMap.Builder<String, String> row = ImmutableMap.builder();
            for (int i = 0; i < columns.size(); i++) {
                row.put(columns.get(i), i < fields.size() ? fields.get(i) : "");
            }
            rows.add(row.buildOrThrow());
        }
        return rows.build();
    }

    private static void skipWithoutReport() {
        boolean there = Files.isRegularFile(FOLDER.resolve("inventory.tsv"));
        if (!there) {
            System.out.println("SKIPPED: the report is not at " + FOLDER + ", so the catalogue is not held against it");
        }
        assumeTrue(there, "the report is not at " + FOLDER);
    }
}
