package org.grassrootskpi.quantity;

import com.google.common.base.Splitter;
import com.google.common.io.CharStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The tab-separated lines of a vocabulary file, without comments and blank lines, each able to say where it stands. */
final class DefinitionLines {
    private static final Splitter TABS = Splitter.on('\t').trimResults();

    private DefinitionLines() {}

    static List<Line> ofResource(String name) {
        try (InputStream in = DefinitionLines.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + name + " is missing beside this class");
            }
            return read(new InputStreamReader(in, StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the resource " + name, e);
        }
    }

    static List<Line> read(Reader reader, String name) throws IOException {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String text : CharStreams.readLines(reader)) {
            number++;
            String content = number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (!content.isBlank() && !content.startsWith("#")) {
                lines.add(new Line(name, number, TABS.splitToList(content)));
            }
        }
        return lines;
    }

    /** One line and its place. */
    static final class Line {
        private final String file;
        private final int number;
        private final List<String> fields;

        Line(String file, int number, List<String> fields) {
            this.file = file;
            this.number = number;
            this.fields = fields;
        }

        int size() {
            return fields.size();
        }

        String field(int index, String meaning) {
            if (index >= fields.size() || fields.get(index).isEmpty()) {
                throw refused(meaning + " in column " + (index + 1), "nothing");
            }
            return fields.get(index);
        }

        IllegalArgumentException refused(String expected, String found) {
            return new IllegalArgumentException(
                    file + ", line " + number + ": expected " + expected + ", found " + found);
        }
    }
}
