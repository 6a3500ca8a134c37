package org.grassrootskpi.text;

import com.google.common.base.CharMatcher;
import com.google.common.io.CharStreams;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tab-separated lines of a vocabulary file, without comments and blank lines, each with its place in the file. */
public final class DefinitionLines {
    private static final CharMatcher BLANKS = CharMatcher.whitespace();

    private DefinitionLines() {}

    /**
     * Reads a resource that belongs to the library.
     *
     * @param in the resource as its own class opens it; closed here
     * @param name how messages call it
     * @return its lines
     * @throws IllegalStateException if there is no such resource
     */
    public static List<Line> ofResource(@Nullable InputStream in, String name) {
        if (in == null) {
            throw new IllegalStateException("The resource " + name + " is missing next to its class");
        }
        try (Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return read(reader, name);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the resource " + name, e);
        }
    }

    /**
     * Reads a vocabulary file.
     *
     * @param reader its text; read to the end, not closed
     * @param name how messages call it
     * @return the lines that say something
     * @throws IOException if reading fails
     */
    public static List<Line> read(Reader reader, String name) throws IOException {
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String text : CharStreams.readLines(reader)) {
            number++;
            String content = number == 1 && text.startsWith("\uFEFF") ? text.substring(1) : text;
            if (!content.isBlank() && !content.startsWith("#")) {
                lines.add(new Line(name, number, split(content)));
            }
        }
        return lines;
    }

    private static List<String> split(String line) {
        List<String> fields = new ArrayList<>();
        int from = 0;
        for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
            fields.add(BLANKS.trimFrom(line.substring(from, tab)));
            from = tab + 1;
        }
        fields.add(BLANKS.trimFrom(line.substring(from)));
        return Collections.unmodifiableList(fields);
    }

    /** One line and its place. */
    public static final class Line {
        private final String file;
        private final int number;
        private final List<String> fields;

        private Line(String file, int number, List<String> fields) {
            this.file = file;
            this.number = number;
            this.fields = fields;
        }

        /**
         * Returns the number of columns.
         *
         * @return 1 or more
         */
        public int size() {
            return fields.size();
        }

        /**
         * Returns the place of the line.
         *
         * @return its number in the file, from 1
         */
        public int number() {
            return number;
        }

        /**
         * Returns all columns.
         *
         * @return the columns without blanks around them, at least one
         */
        public List<String> fields() {
            return fields;
        }

        /**
         * Returns one column.
         *
         * @param index from 0
         * @param meaning what is expected there, for the message if there is nothing
         * @return the column without blanks around it
         * @throws IllegalArgumentException if the column is missing or empty
         */
        public String field(int index, String meaning) {
            if (index >= fields.size() || fields.get(index).isEmpty()) {
                throw refused(meaning + " in column " + (index + 1), "nothing");
            }
            return fields.get(index);
        }

        /**
         * Returns the exception for a line that says something wrong.
         *
         * @param expected what is expected there
         * @param found what was found there
         * @return an exception that names the file and the line
         */
        public IllegalArgumentException refused(String expected, String found) {
            return new IllegalArgumentException(
                    file + ", line " + number + ": expected " + expected + ", found " + found);
        }
    }
}
