package org.grassrootskpi.divisions;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.text.DefinitionLines;
import org.grassrootskpi.text.DefinitionLines.Line;

/**
 * Reads a list of divisions: comments, the year and the number of divisions, then a code, a tab and a name a line, in the order
 * of the codes. A division is a part of the one with the longest code that its own begins with.
 *
 * <pre>
 * # a comment
 * edition	2023
 * divisions	3
 * 44	广东省
 * 4403	深圳市
 * 440307	龙岗区
 * </pre>
 */
final class DivisionReader {
    private final List<Line> lines;
    private final int size;
    private final String[] codes;

    /** The number of the division that each is a part of; -1 for a province. */
    private final int[] parents;

    private DivisionReader(List<Line> lines) {
        this.lines = lines;
        size = Math.max(0, lines.size() - 2);
        codes = new String[size];
        parents = new int[size];
    }

    static Divisions read(ByteSource source) {
        try (Reader reader = source.asCharSource(StandardCharsets.UTF_8).openStream()) {
            return new DivisionReader(DefinitionLines.read(reader, "list of divisions")).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Divisions read() {
        int edition = header(0, "edition");
        int count = header(1, "divisions");
        int[] ends = new int[size];
        for (int i = 0; i < size; i++) {
            readCode(i);
            for (int above = i; above >= 0; above = parents[above]) {
                ends[above] = i + 1;
            }
        }
        if (size != count) {
            int end = lines.get(lines.size() - 1).number() + 1;
            throw new DivisionFormatException(end, count + " divisions", "the end after " + size);
        }
        List<Division> divisions = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Division parent = parents[i] < 0 ? null : divisions.get(parents[i]);
            divisions.add(new Division(codes[i], name(i), parent, i, ends[i]));
        }
        return new Divisions(edition, ImmutableList.copyOf(divisions));
    }

    private int header(int index, String word) {
        if (index >= lines.size()) {
            int end = index == 0 ? 1 : lines.get(index - 1).number() + 1;
            throw new DivisionFormatException(end, "'" + word + "', a tab and a number", "the end");
        }
        List<String> fields = lines.get(index).fields();
        if (fields.size() != 2 || !fields.get(0).equals(word) || !fields.get(1).matches("[0-9]{1,9}")) {
            throw refused(lines.get(index), "'" + word + "', a tab and a number");
        }
        return Integer.parseInt(fields.get(1));
    }

    private void readCode(int index) {
        Line line = lines.get(index + 2);
        String code = line.fields().get(0);
        if (line.fields().size() != 2 || code.isEmpty() || end(code, 0, '9') < code.length()) {
            throw refused(line, "a code, a tab and a name");
        }
        int above = index - 1;
        while (above >= 0 && !code.startsWith(codes[above])) {
            above = parents[above];
        }
        if (index > 0 && codes[index - 1].compareTo(code) >= 0) {
            throw refused(line, "a code above " + codes[index - 1]);
        }
        int length = code.length();
        if (above < 0 ? length != 2 : length != 4 && length != 6 && length != 9) {
            throw refused(line, above < 0 ? "a code of 2 digits" : "a code of 4, 6 or 9 digits below " + codes[above]);
        }
        if (end(code, above < 0 ? 0 : codes[above].length(), '0') == length) {
            throw refused(line, "digits that are not all 0, which would spell the code above once more");
        }
        codes[index] = code;
        parents[index] = above;
    }

    /** Returns where the run of digits up to a last one ends that starts at a place. */
    private static int end(String code, int start, char last) {
        int end = start;
        while (end < code.length() && code.charAt(end) >= '0' && code.charAt(end) <= last) {
            end++;
        }
        return end;
    }

    private String name(int index) {
        Line line = lines.get(index + 2);
        String name = line.fields().get(1);
        if (name.isEmpty()) {
            throw refused(line, "a code, a tab and a name");
        }
        if (name.indexOf('/') >= 0) {
            throw refused(line, "a name without a slash, which is put between the names of a path");
        }
        if (name.indexOf('\uFFFD') >= 0) {
            throw refused(line, "a name in UTF-8");
        }
        return name;
    }

    private static DivisionFormatException refused(Line line, String expected) {
        return new DivisionFormatException(line.number(), expected, "'" + String.join("\t", line.fields()) + "'");
    }
}
