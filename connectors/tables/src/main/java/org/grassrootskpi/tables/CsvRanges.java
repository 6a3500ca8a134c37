package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text of fields in ranges at the same time. A range ends at the end of some line. Whether a row ends there as well is seen once it
 * was read: where it ended within quotes, the range is read again together with the next one, so that the rows are the same whatever the
 * number of ranges.
 */
final class CsvRanges {
    private static final Pattern BEHIND_QUOTE = Pattern.compile("after closing quote: '(.+?)' \\(");
    private static final String WITHOUT_END =
            "Expected a second quote for the one that opens a cell in this line, got none"
                    + " before the end of the file; close it, or leave it out";

    private final byte[] bytes;
    private final int start;
    private final char delimiter;

    /**
     * Reads a text.
     *
     * @param bytes the text in UTF-8; carriage returns that stand alone are replaced
     * @param start where it begins, behind a mark
     * @param delimiter what parts the fields
     */
    CsvRanges(byte[] bytes, int start, char delimiter) {
        this.bytes = bytes;
        this.start = start;
        this.delimiter = delimiter;
    }

    /**
     * The rows of a range, or why they cannot be read.
     *
     * @param from where it begins
     * @param to where it ends
     * @param rows its rows
     * @param failure why they are not all
     */
    private record Range(
            int from, int to, CsvRows rows, @Nullable Exception failure) {}

    /**
     * Reads all rows, each of which has its line.
     *
     * @param name the name of the file
     * @param charset the charset in which it was written
     * @param count how many ranges are read, fewer where lines are long
     * @throws CharacterCodingException if the bytes are no UTF-8
     * @throws QuoteException if a cell in quotes does not end as it must
     */
    Grid read(String name, String charset, int count) throws CharacterCodingException, QuoteException {
        List<Range> ranges = joined(starts(count));
        for (Range range : ranges) {
            if (range.failure() instanceof CharacterCodingException e) {
                throw e;
            }
            if (range.failure() instanceof QuoteException e) {
                if (count == 1) {
                    throw e;
                }
                // In one piece, so that it says the line of the file.
                return read(name, charset, 1);
            }
        }
        ImmutableIntArray.Builder widths = ImmutableIntArray.builder();
        ImmutableIntArray.Builder lines = ImmutableIntArray.builder();
        ImmutableIntArray.Builder heights = ImmutableIntArray.builder();
        int linesBefore = 0;
        for (Range range : ranges) {
            widths.addAll(range.rows().widths());
            ImmutableIntArray ofRange = range.rows().lines();
            for (int row = 0; row < ofRange.length(); row++) {
                lines.add(linesBefore + ofRange.get(row));
            }
            heights.add(range.rows().height());
            if (range.to() == bytes.length && range.rows().isQuoted() && !endsWithQuote()) {
                throw new QuoteException(linesBefore + range.rows().lastQuote(), WITHOUT_END);
            }
            linesBefore += range.rows().lineCount();
        }
        int width =
                ranges.stream().mapToInt(range -> range.rows().width()).max().orElse(0);
        ImmutableIntArray allHeights = heights.build();
        ImmutableList<Cells> columns = IntStream.range(0, width)
                .parallel()
                .mapToObj(column -> Cells.joined(
                        ranges.stream()
                                .map(range -> range.rows().column(column))
                                .toList(),
                        allHeights))
                .collect(ImmutableList.toImmutableList());
        return new Grid(name, charset, String.valueOf(delimiter), null, columns, widths.build(), lines.build());
    }

    /** Returns whether the last row ends with a quote, as one must whose last cell is in quotes. */
    private boolean endsWithQuote() {
        int last = bytes.length - 1;
        while (last >= start && (bytes[last] == '\n' || bytes[last] == '\r')) {
            last--;
        }
        return last >= start && bytes[last] == '"';
    }

    /** Returns where ranges begin, and the end of the last one: behind ends of lines, about equally far from each other. */
    private List<Integer> starts(int count) {
        List<Integer> starts = new ArrayList<>(List.of(start));
        for (int i = 1; i < count; i++) {
            int at = (int) (start + (bytes.length - start) * (long) i / count);
            while (at < bytes.length && bytes[at] != '\n') {
                at++;
            }
            if (at + 1 < bytes.length && at >= starts.get(starts.size() - 1)) {
                starts.add(at + 1);
            }
        }
        starts.add(bytes.length);
        return starts;
    }

    private List<Range> joined(List<Integer> starts) {
        List<Range> read = IntStream.range(0, starts.size() - 1)
                .parallel()
                .mapToObj(i -> read(starts.get(i), starts.get(i + 1)))
                .toList();
        List<Range> joined = new ArrayList<>();
        for (Range range : read) {
            Range before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && before.rows().isOpen()) {
                joined.set(joined.size() - 1, read(before.from(), range.to()));
            } else {
                joined.add(range);
            }
        }
        return joined;
    }

    /**
     * Makes carriage returns that stand alone ends of lines as all others: FastCSV takes one in quotes and the end of the line behind them
     * for one end, and loses the cell.
     */
    private void joinEndsOfLines(int from, int to) {
        for (int at = from; at < to; at++) {
            if (bytes[at] == '\r' && (at + 1 == to || bytes[at + 1] != '\n')) {
                bytes[at] = '\n';
            }
        }
    }

    private Range read(int from, int to) {
        joinEndsOfLines(from, to);
        CsvRows rows = new CsvRows();
        InputStreamReader text = new InputStreamReader(
                new ByteArrayInputStream(bytes, from, to - from),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        try (CsvReader<CsvRows> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(rows, text)) {
            reader.forEach(row -> {});
            return new Range(from, to, rows, null);
        } catch (CsvParseException e) {
            // In words of our own, since FastCSV writes numbers in the digits of the default locale.
            String reason = String.valueOf((e.getCause() == null ? e : e.getCause()).getMessage());
            Matcher behind = BEHIND_QUOTE.matcher(reason);
            return new Range(
                    from,
                    to,
                    rows,
                    new QuoteException(
                            rows.unreadable(),
                            behind.find()
                                    ? "Expected '" + delimiter
                                            + "' or the end of a line behind the second quote of the cell that opens in this"
                                            + " line, got '" + behind.group(1)
                                            + "'; close the quote before, or double quotes within the cell"
                                    : WITHOUT_END));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof CharacterCodingException cause) {
                return new Range(from, to, rows, cause);
            }
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
