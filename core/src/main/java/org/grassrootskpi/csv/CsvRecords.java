package org.grassrootskpi.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;
import org.grassrootskpi.files.FileKind;

/**
 * Cuts a stream of bytes into the records and fields of RFC 4180, in one buffer that holds at least the current record.
 *
 * <p>Fields are places in {@link #bytes}; nothing is copied but a record with doubled quotes. Bytes that are not UTF-8 pass
 * through, because the delimiters are ASCII and occur in no other character. What comes out does not depend on how the
 * stream is cut into buffers.
 */
final class CsvRecords {
    /** The results of {@link #next}. */
    enum Found {
        /** A record: its fields are in place. */
        RECORD,
        /** A quote that is not closed, or text before or after the quotes; {@link #faultAt} says where. */
        BAD_QUOTES,
        /** A record that is longer than is read. */
        TOO_LONG,
        /** Nothing: the stream has ended. */
        END
    }

    private static final int MORE = -1;
    private static final int BROKEN = -2;
    private static final int LONG = -3;
    /** Bytes that are there before the first record is cut, if the stream has so many. */
    private static final int LOOKED_AT = 4;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final CsvProgress progress;
    private byte[] buffer;
    private int limit;
    private boolean ended;
    private long offset;
    private int position;
    private int nextLine = 1;
    private long records;

    // The current record.
    private int recordStart;
    private int recordLine;
    private int fieldCount;
    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private boolean quoted;
    private boolean doubled;
    private int faultAt;

    // Either the buffer, or a copy of a record whose quotes were doubled.
    private byte[] bytes;
    private byte[] copy = {};
    private int[] rawStarts = {};

    CsvRecords(InputStream in, int bufferSize, CsvProgress progress) throws IOException {
        this.in = in;
        this.progress = progress;
        buffer = new byte[bufferSize + ByteDictionary.SLACK];
        bytes = buffer;
        while (limit < LOOKED_AT && !ended) {
            fill();
        }
        if (limit >= BYTE_ORDER_MARK.length && Arrays.equals(buffer, 0, 3, BYTE_ORDER_MARK, 0, 3)) {
            position = BYTE_ORDER_MARK.length;
        }
    }

    /** Returns what the stream is if it is not text; to be called before the first record. */
    Optional<String> foreign() {
        return FileKind.foreign(buffer, limit);
    }

    /** Returns the bytes that hold the fields of the current record, followed by {@link ByteDictionary#SLACK} more. */
    byte[] bytes() {
        return bytes;
    }

    /** Returns the number of fields of the current record; a record without a byte is an empty line. */
    int fields() {
        return fieldCount;
    }

    boolean isEmptyLine() {
        return fieldCount == 1 && ends[0] == starts[0] && !quoted;
    }

    int start(int field) {
        return starts[field];
    }

    int end(int field) {
        return ends[field];
    }

    /** Returns the line in which the current record begins. */
    int line() {
        return recordLine;
    }

    /** Returns how many bytes of the stream precede a byte of a field of the current record. */
    long offsetOf(int field, int at) {
        int raw = rawStart(field);
        for (int i = starts[field]; i < at; i++) {
            raw += doubled && bytes[i] == '"' ? 2 : 1;
        }
        return offset + raw;
    }

    /** Returns line and column, in UTF-16 units from 1, of a field of the current record. */
    int[] place(int field) {
        return placeOf(rawStart(field));
    }

    /** Returns line and column of the fault in the quotes. */
    int[] faultAt() {
        return placeOf(faultAt);
    }

    long rows() {
        return Math.max(0, records - 1);
    }

    /** Reports the progress to the listener. */
    void tellProgress() {
        progress.onProgress(rows(), offset + limit);
    }

    private int rawStart(int field) {
        return doubled ? rawStarts[field] : starts[field];
    }

    private int[] placeOf(int at) {
        int line = recordLine;
        int column = 1;
        for (int i = recordStart; i < at; i++) {
            int b = buffer[i];
            if (b == '\n') {
                line++;
                column = 1;
            } else if (b >= 0 || (b & 0xC0) == 0xC0) {
                column += (b & 0xF8) == 0xF0 ? 2 : 1;
            }
        }
        return new int[] {line, column};
    }

    /** Goes to the next record. */
    Found next() throws IOException {
        while (true) {
            recordStart = position;
            recordLine = nextLine;
            quoted = false;
            doubled = false;
            bytes = buffer;
            int end = split();
            if (end >= 0) {
                position = end;
                nextLine += quoted ? lineEnds(recordStart, end) : 1;
                if (isEmptyLine()) {
                    continue;
                }
                records++;
                if (doubled) {
                    copyWithoutDoubledQuotes();
                }
                return Found.RECORD;
            }
            if (end == BROKEN) {
                records++;
                return Found.BAD_QUOTES;
            }
            if (ended && position == limit) {
                return Found.END;
            }
            if (end == LONG || limit - recordStart >= longest()) {
                records++;
                return quoted && faultAt >= 0 ? Found.BAD_QUOTES : Found.TOO_LONG;
            }
            fill();
        }
    }

    private static int longest() {
        return ObservationCsvReader.MAX_LINE_BYTES + 2;
    }

    /** Goes behind the first line of a record that could not be read. */
    void skipLine() throws IOException {
        nextLine++;
        while (true) {
            while (position < limit) {
                if (buffer[position++] == '\n') {
                    return;
                }
            }
            if (ended) {
                return;
            }
            fill();
        }
    }

    /** Makes room by dropping what was read, or by growing, and reads until the buffer is full. */
    private void fill() throws IOException {
        if (position > 0) {
            System.arraycopy(buffer, position, buffer, 0, limit - position);
            limit -= position;
            offset += position;
            position = 0;
        }
        int room = buffer.length - ByteDictionary.SLACK;
        if (limit == room) {
            buffer = Arrays.copyOf(buffer, 2 * room + ByteDictionary.SLACK);
            room *= 2;
        }
        int read = in.readNBytes(buffer, limit, room - limit);
        limit += read;
        ended = limit < room;
        tellProgress();
    }

    /** Finds the fields of the record at the position; gives the position of the next, or why there is none. */
    private int split() {
        byte[] b = buffer;
        int to = Math.min(limit, recordStart + longest());
        boolean last = ended && to == limit;
        int field = 0;
        int i = recordStart;
        if (last && i == to) {
            return MORE;
        }
        while (true) {
            if (field == starts.length) {
                starts = Arrays.copyOf(starts, 2 * field);
                ends = Arrays.copyOf(ends, 2 * field);
            }
            int start = i;
            if (i < to && b[i] == '"') {
                int close = closingQuote(i, to, last);
                if (close < 0) {
                    return close;
                }
                starts[field] = i + 1;
                ends[field] = close;
                i = close + 1;
                if (i < to && b[i] == '\r' && (i + 1 < to ? b[i + 1] == '\n' : last)) {
                    i++;
                }
                if (i < to && b[i] != ',' && b[i] != '\n') {
                    if (b[i] == '\r' && i + 1 == to) {
                        faultAt = -1;
                        return MORE;
                    }
                    faultAt = i;
                    return BROKEN;
                }
            } else {
                int c = 0;
                while (i < to && (c = b[i]) != ',' && c != '\n' && c != '"') {
                    i++;
                }
                if (i < to && c == '"') {
                    faultAt = i;
                    return BROKEN;
                }
                starts[field] = start;
                boolean atEnd = i < to ? c == '\n' : last;
                ends[field] = atEnd && i > start && b[i - 1] == '\r' ? i - 1 : i;
            }
            if (i == to && !last) {
                faultAt = -1;
                return MORE;
            }
            field++;
            if (i == to || b[i] == '\n') {
                fieldCount = field;
                return end(i, to);
            }
            i++;
        }
    }

    private int end(int at, int to) {
        int content = at > recordStart && buffer[at - 1] == '\r' ? at - 1 : at;
        faultAt = -1;
        // Whether or not a longer buffer happens to hold all of it.
        return content - recordStart > ObservationCsvReader.MAX_LINE_BYTES ? LONG : Math.min(at + 1, to);
    }

    /** Finds the quote that closes a field, or why there is none. */
    private int closingQuote(int opening, int to, boolean last) {
        byte[] b = buffer;
        quoted = true;
        faultAt = opening;
        int i = opening + 1;
        while (i < to) {
            if (b[i] != '"') {
                i++;
            } else if (i + 1 < to && b[i + 1] == '"') {
                doubled = true;
                i += 2;
            } else {
                return i + 1 < to || last ? i : MORE;
            }
        }
        return last ? BROKEN : MORE;
    }

    private int lineEnds(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += buffer[i] == '\n' ? 1 : 0;
        }
        return count;
    }

    private void copyWithoutDoubledQuotes() {
        int needed = position - recordStart + ByteDictionary.SLACK;
        if (copy.length < needed) {
            copy = new byte[2 * needed];
        }
        rawStarts = Arrays.copyOf(starts, fieldCount);
        int to = 0;
        for (int field = 0; field < fieldCount; field++) {
            boolean quotes = starts[field] > recordStart && buffer[starts[field] - 1] == '"';
            int start = to;
            for (int i = starts[field]; i < ends[field]; i++) {
                copy[to++] = buffer[i];
                i += quotes && buffer[i] == '"' ? 1 : 0;
            }
            starts[field] = start;
            ends[field] = to;
        }
        bytes = copy;
    }
}
