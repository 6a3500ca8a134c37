package org.grassrootskpi.divisions;

import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of divisions: comments, the year and the number of divisions, then the tree as an outline.
 *
 * <pre>
 * # a comment
 * edition 2023
 * divisions 4
 * 44 广东省
 *  03 深圳市
 *   07 龙岗区
 *    003 平湖街道
 * </pre>
 */
final class DivisionReader {
    /** A line of the outline: its code in full, its name, and the number of the entry above it, -1 for a province. */
    private record Entry(String code, String name, int parent) {}

    private final BufferedReader reader;
    private final List<Entry> entries = new ArrayList<>();

    /** The numbers of the entries that the last one is below of, by depth, and its own behind them. */
    private final int[] open = new int[4];

    private int depthOfLast = -1;
    private String line = "";
    private int lineNumber;

    private DivisionReader(BufferedReader reader) {
        this.reader = reader;
    }

    static Divisions read(ByteSource source) {
        try (BufferedReader reader = source.asCharSource(StandardCharsets.UTF_8).openBufferedStream()) {
            return new DivisionReader(reader).read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Divisions read() throws IOException {
        boolean more = nextLine();
        while (more && line.startsWith("#")) {
            more = nextLine();
        }
        int edition = header("edition");
        nextLine();
        int count = header("divisions");
        while (nextLine()) {
            entries.add(entry());
        }
        if (entries.size() != count) {
            throw new DivisionFormatException(lineNumber, count + " divisions", "the end after " + entries.size());
        }
        return new Divisions(edition, inPreOrder());
    }

    /** Moves to the next line, or behind the last. */
    private boolean nextLine() throws IOException {
        @Nullable String next = reader.readLine();
        lineNumber++;
        line = next == null ? "" : next;
        return next != null;
    }

    private int header(String word) {
        String number = line.startsWith(word + " ") ? line.substring(word.length() + 1) : "";
        if (!number.matches("[0-9]{1,9}")) {
            throw refused("'" + word + "' and a number");
        }
        return Integer.parseInt(number);
    }

    private Entry entry() {
        int depth = run(0, ' ', ' ');
        int endOfDigits = run(depth, '0', '9');
        if (depth > depthOfLast + 1 || depth == open.length) {
            throw refused("no more than " + Math.min(depthOfLast + 1, open.length - 1) + " spaces");
        }
        String name = name(endOfDigits);
        int parent = depth == 0 ? -1 : open[depth - 1];
        String code = code(parent, depth, endOfDigits);
        depthOfLast = depth;
        open[depth] = entries.size();
        return new Entry(code, name, parent);
    }

    /** Where the run of characters from one to another ends that starts at a place. */
    private int run(int start, char first, char last) {
        int end = start;
        while (end < line.length() && line.charAt(end) >= first && line.charAt(end) <= last) {
            end++;
        }
        return end;
    }

    private String code(int parent, int start, int end) {
        String above = parent < 0 ? "" : entries.get(parent).code();
        String code = above.concat(line.substring(start, end));
        boolean fits = parent < 0 ? code.length() == 2 : code.length() == 4 || code.length() == 6 || code.length() == 9;
        if (!fits || start == end) {
            throw refused(
                    parent < 0
                            ? "a code of 2 digits"
                            : "digits that make a longer code of 4, 6 or 9 digits out of " + above);
        }
        if (run(start, '0', '0') == end) {
            throw refused("digits that are not all 0, which would spell the code above once more");
        }
        if (!entries.isEmpty() && entries.get(entries.size() - 1).code().compareTo(code) >= 0) {
            throw refused("a code above " + entries.get(entries.size() - 1).code());
        }
        return code;
    }

    private String name(int endOfDigits) {
        String name = line.startsWith(" ", endOfDigits) ? line.substring(endOfDigits + 1) : "";
        if (name.isEmpty() || !name.equals(name.strip())) {
            throw refused("spaces, digits, one space and a name");
        }
        if (name.indexOf('/') >= 0) {
            throw refused("a name without a slash, which stands between the names of a path");
        }
        if (name.indexOf('\uFFFD') >= 0) {
            throw refused("a name in UTF-8");
        }
        return name;
    }

    private DivisionFormatException refused(String expected) {
        return new DivisionFormatException(lineNumber, expected, line.isEmpty() ? "nothing" : "'" + line + "'");
    }

    private ImmutableList<Division> inPreOrder() {
        int[] ends = new int[entries.size()];
        for (int i = entries.size() - 1; i >= 0; i--) {
            ends[i] = Math.max(ends[i], i + 1);
            int parent = entries.get(i).parent();
            if (parent >= 0) {
                ends[parent] = Math.max(ends[parent], ends[i]);
            }
        }
        List<Division> divisions = new ArrayList<>(entries.size());
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Division parent = entry.parent() < 0 ? null : divisions.get(entry.parent());
            divisions.add(new Division(entry.code(), entry.name(), parent, i, ends[i]));
        }
        return ImmutableList.copyOf(divisions);
    }
}
