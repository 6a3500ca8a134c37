package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads text files of fields, such as CSV, and finds out their charset and what parts the fields. */
final class TextGrid {
    private static final ImmutableList<Character> DELIMITERS = ImmutableList.of('\t', ',', ';', '|');
    private static final int SAMPLE = 200_000;
    /** So many characters are read at a time. */
    private static final int PART = 2_000_000;

    private static final String SHIFT_JIS = "windows-31j";
    private static final char FIRST_WIDE = '\u2e80';

    private TextGrid() {}

    /**
     * Reads a file.
     *
     * @param charset its charset, or null to find out
     * @param delimiter what parts its fields, or null to find out
     */
    static Grid read(Path file, @Nullable String charset, @Nullable String delimiter) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Decoded decoded = charset == null ? decode(bytes, file) : decode(bytes, Charset.forName(charset), file);
        String text = decoded.text();
        char between = delimiter == null ? delimiter(text) : delimiter.charAt(0);
        List<String[]> rows = new ArrayList<>();
        List<Part> parts = parts(text).parallelStream()
                .map(part -> read(part, between, file))
                .toList();
        ImmutableIntArray.Builder lines = ImmutableIntArray.builder(
                parts.stream().mapToInt(part -> part.rows.size()).sum());
        int linesBefore = 0;
        for (Part part : parts) {
            rows.addAll(part.rows);
            for (int i = 0; i < part.lines.length(); i++) {
                lines.add(linesBefore + part.lines.get(i));
            }
            linesBefore += part.count;
        }
        return new Grid(
                        String.valueOf(file.getFileName()),
                        decoded.charset().name(),
                        String.valueOf(between),
                        null,
                        rows,
                        lines.build())
                .withPartedKeys()
                .withPartedLabels();
    }

    /**
     * The rows of a part of the text.
     *
     * @param rows their cells
     * @param lines the line at which each begins
     * @param count how many lines the part has
     */
    private record Part(List<String[]> rows, ImmutableIntArray lines, int count) {}

    private static Part read(String text, char delimiter, Path file) {
        List<String[]> rows = new ArrayList<>();
        ImmutableIntArray.Builder lines = ImmutableIntArray.builder();
        RowHandler handler = new RowHandler();
        try (CsvReader<String[]> reader = CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(handler, text)) {
            for (String[] row : reader) {
                rows.add(row);
                lines.add(handler.line());
            }
        } catch (CsvParseException e) {
            throw new ImportException(List.of(new ImportProblem(
                    String.valueOf(file.getFileName()),
                    "Expected fields parted by '" + delimiter + "', " + e.getMessage())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int count = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
            count++;
        }
        return new Part(rows, lines.build(), count);
    }

    /** Parts a long text at ends of lines, to be read at the same time, unless quotes could hold such ends. */
    private static List<String> parts(String text) {
        if (text.length() < 2 * PART || text.indexOf('"') >= 0) {
            return List.of(text);
        }
        List<String> parts = new ArrayList<>();
        for (int from = 0; from < text.length(); ) {
            int end = text.indexOf('\n', Math.min(from + PART, text.length() - 1));
            int to = end < 0 ? text.length() : end + 1;
            parts.add(text.substring(from, to));
            from = to;
        }
        return parts;
    }

    /**
     * A text, and the charset in which it was written.
     *
     * @param charset the charset
     * @param text without the mark at its beginning
     */
    private record Decoded(Charset charset, String text) {
        static Decoded of(Charset charset, String text) {
            return new Decoded(charset, text.startsWith("\ufeff") ? text.substring(1) : text);
        }
    }

    /**
     * Finds out the charset of bytes: by its mark; UTF-8 if the bytes are; windows-1252 if most letters beside those of English stand
     * alone, as in German or French; Shift_JIS if that makes words; else GB18030, which reads all of GBK and GB2312, and in which they
     * come in pairs.
     */
    private static Decoded decode(byte[] bytes, Path file) {
        if (bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            return decode(bytes, StandardCharsets.UTF_16LE, file);
        }
        if (bytes.length > 1 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
            return decode(bytes, StandardCharsets.UTF_16BE, file);
        }
        try {
            return Decoded.of(StandardCharsets.UTF_8, strict(StandardCharsets.UTF_8, bytes));
        } catch (CharacterCodingException e) {
            String charset = areShiftJis(bytes) ? SHIFT_JIS : areMostlySingle(bytes) ? "windows-1252" : "GB18030";
            return decode(bytes, Charset.forName(charset), file);
        }
    }

    /**
     * Returns whether bytes are Japanese text in Shift_JIS, as Windows has it: wide characters stand beside each other, while letters with
     * accents of other charsets would make single ones, and Chinese characters of GB18030 or Big5 katakana of half width.
     */
    private static boolean areShiftJis(byte[] bytes) {
        if (!Charset.isSupported(SHIFT_JIS)) {
            return false;
        }
        String text;
        try {
            text = strict(Charset.forName(SHIFT_JIS), bytes);
        } catch (CharacterCodingException e) {
            return false;
        }
        int wide = 0;
        int pairs = 0;
        int half = 0;
        char before = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character >= '\uff61' && character <= '\uff9f') {
                half++;
            } else if (character >= FIRST_WIDE) {
                wide++;
                pairs += before >= FIRST_WIDE ? 1 : 0;
            }
            before = character;
        }
        return pairs * 2 > wide && half * 10 <= wide;
    }

    private static boolean areMostlySingle(byte[] bytes) {
        int single = 0;
        int paired = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] < 0 && i + 1 < bytes.length && bytes[i + 1] < 0) {
                paired++;
                i++;
            } else if (bytes[i] < 0) {
                single++;
            }
        }
        return single > paired;
    }

    private static Decoded decode(byte[] bytes, Charset charset, Path file) {
        try {
            return Decoded.of(charset, strict(charset, bytes));
        } catch (CharacterCodingException e) {
            throw new ImportException(List.of(new ImportProblem(
                    String.valueOf(file.getFileName()),
                    "Expected text in " + charset.name()
                            + ", got bytes that are none; name the charset in the mapping, or save the"
                            + " file as UTF-8")));
        }
    }

    private static String strict(Charset charset, byte[] bytes) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** Finds out what parts the fields: what parts most lines into the same number of fields, more than one. */
    private static char delimiter(String text) {
        List<String> lines = text.substring(0, Math.min(text.length(), SAMPLE))
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        char best = ',';
        long bestScore = 0;
        for (char delimiter : DELIMITERS) {
            int[] fields =
                    lines.stream().mapToInt(line -> fields(line, delimiter)).toArray();
            int[] sorted = fields.clone();
            Arrays.sort(sorted);
            int usual = sorted.length == 0 ? 0 : sorted[sorted.length / 2];
            long alike = Arrays.stream(fields).filter(count -> count == usual).count();
            // Few texts have tabs, many have commas.
            long score = usual <= 1 ? 0 : alike * 1000 + (delimiter == '\t' ? 999 : Math.min(usual, 998));
            if (score > bestScore) {
                bestScore = score;
                best = delimiter;
            }
        }
        return best;
    }

    private static int fields(String line, char delimiter) {
        boolean isQuoted = false;
        int fields = 1;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            isQuoted ^= c == '"';
            fields += !isQuoted && c == delimiter ? 1 : 0;
        }
        return fields;
    }
}
