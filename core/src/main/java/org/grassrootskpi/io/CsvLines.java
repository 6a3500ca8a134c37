package org.grassrootskpi.io;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.grassrootskpi.model.Problem;
import org.grassrootskpi.model.SourceLocation;

/**
 * The lines of a CSV file, and the fields of a line as ranges of one array of bytes: nothing is made into a text unless
 * somebody asks for it.
 */
final class CsvLines {
    static final int MAX_LINE = 1 << 20;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final int FIRST_CAPACITY = 1 << 18;

    private final String file;
    private final InputStream in;
    private byte[] bytes = new byte[FIRST_CAPACITY];
    private int limit;
    private int start;
    private int end;
    private int next;
    private long line;
    private int[] from = new int[16];
    private int[] to = new int[16];
    private int[] column = new int[16];
    private int fields;

    CsvLines(String file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    /** Goes to the next line that is not empty; false at the end of the file. */
    boolean next() throws IOException {
        do {
            start = next;
            int newline = newline();
            if (line == 0 && hasByteOrderMark()) {
                start += BYTE_ORDER_MARK.length;
            }
            if (start == limit) {
                return false;
            }
            line++;
            next = Math.min(limit, newline + 1);
            end = newline > start && bytes[newline - 1] == '\r' ? newline - 1 : newline;
        } while (start == end);
        return true;
    }

    private boolean hasByteOrderMark() {
        return limit - start >= BYTE_ORDER_MARK.length
                && Arrays.equals(
                        bytes, start, start + BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    /** Where the line ends that begins at {@code start}, which may move to the front of the array. */
    private int newline() throws IOException {
        int at = start;
        while (true) {
            while (at < limit && bytes[at] != '\n') {
                at++;
            }
            int scanned = at - start;
            if (at < limit || !fill()) {
                return at;
            }
            at = start + scanned;
        }
    }

    /** Reads more bytes behind those of the current line; false at the end of the file. */
    private boolean fill() throws IOException {
        System.arraycopy(bytes, start, bytes, 0, limit - start);
        limit -= start;
        start = 0;
        if (limit == bytes.length) {
            if (bytes.length >= MAX_LINE) {
                Problem problem = ObservationCsv.problem(
                        Problem.Kind.TOO_LARGE,
                        "",
                        "expected lines of less than " + MAX_LINE + " bytes; is a quote not closed?",
                        SourceLocation.of(file, (int) line + 1, 0));
                throw new CsvException(ImmutableList.of(problem), 1);
            }
            bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        }
        int read = in.read(bytes, limit, bytes.length - limit);
        limit += Math.max(0, read);
        return read > 0;
    }

    /** Finds the fields of the line, and takes the quotes off them; false if a quote is not closed or stands alone. */
    boolean split() {
        fields = 0;
        int at = start;
        while (true) {
            if (fields == from.length) {
                from = Arrays.copyOf(from, 2 * fields);
                to = Arrays.copyOf(to, 2 * fields);
                column = Arrays.copyOf(column, 2 * fields);
            }
            column[fields] = at;
            from[fields] = at;
            if (at < end && bytes[at] == '"') {
                at = unquote(at);
                if (at < 0) {
                    fields++;
                    return false;
                }
            } else {
                while (at < end && bytes[at] != ',') {
                    at++;
                }
                to[fields] = at;
            }
            fields++;
            if (at >= end) {
                return true;
            }
            at++;
        }
    }

    /** Moves the content of a quoted field together; gives the place behind the closing quote, or -1. */
    private int unquote(int quote) {
        int write = quote;
        for (int at = quote + 1; at < end; at++) {
            if (bytes[at] == '"') {
                if (at + 1 < end && bytes[at + 1] == '"') {
                    at++;
                } else {
                    to[fields] = write;
                    return at + 1 == end || bytes[at + 1] == ',' ? at + 1 : -1;
                }
            }
            bytes[write++] = bytes[at];
        }
        return -1;
    }

    int fields() {
        return fields;
    }

    byte[] bytes() {
        return bytes;
    }

    int from(int field) {
        return from[field];
    }

    int to(int field) {
        return to[field];
    }

    boolean isEmpty(int field) {
        return from[field] == to[field];
    }

    /** A field as text; bytes that are not UTF-8 become the replacement character. */
    String text(int field) {
        return new String(bytes, from[field], to[field] - from[field], StandardCharsets.UTF_8);
    }

    /** How many lines have been read, empty ones and the header included. */
    long line() {
        return line;
    }

    /** Where a field of the line begins, or where the line ends if it has no such field. */
    SourceLocation location(int field) {
        int at = field < fields ? column[field] : end;
        int before = new String(bytes, start, at - start, StandardCharsets.UTF_8).length();
        return SourceLocation.of(file, (int) Math.min(line, Integer.MAX_VALUE), before + 1);
    }
}
