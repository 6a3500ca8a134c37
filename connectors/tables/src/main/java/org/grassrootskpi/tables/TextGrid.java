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

    private TextGrid() {}

    /**
     * Reads a file.
     *
     * @param charset its charset, or null to find out
     * @param delimiter what parts its fields, or null to find out
     */
    static Grid read(Path file, @Nullable String charset, @Nullable String delimiter) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Charset of = charset == null ? charset(bytes) : Charset.forName(charset);
        String text = decode(bytes, of, file);
        char between = delimiter == null ? delimiter(text) : delimiter.charAt(0);
        List<String[]> rows = new ArrayList<>();
        ImmutableIntArray.Builder lines = ImmutableIntArray.builder();
        int linesBefore = 0;
        for (Part part : parts(text).parallelStream()
                .map(part -> read(part, between, file))
                .toList()) {
            rows.addAll(part.rows);
            for (int line : part.lines.asList()) {
                lines.add(linesBefore + line);
            }
            linesBefore += part.count;
        }
        return new Grid(
                        String.valueOf(file.getFileName()),
                        of.name(),
                        String.valueOf(between),
                        null,
                        rows,
                        lines.build())
                .withPartedKeys();
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
        return new Part(
                rows, lines.build(), (int) text.chars().filter(c -> c == '\n').count());
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
     * Finds out a charset: by its mark; UTF-8 if the bytes are; windows-1252 if most letters beside those of English stand alone, as in
     * German or French; else GB18030, which reads all of GBK and GB2312, and in which they come in pairs.
     */
    private static Charset charset(byte[] bytes) {
        if (bytes.length > 1 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xfe) {
            return StandardCharsets.UTF_16LE;
        }
        if (bytes.length > 1 && (bytes[0] & 0xff) == 0xfe && (bytes[1] & 0xff) == 0xff) {
            return StandardCharsets.UTF_16BE;
        }
        try {
            strict(StandardCharsets.UTF_8, bytes);
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return Charset.forName(areMostlySingle(bytes) ? "windows-1252" : "GB18030");
        }
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

    private static String decode(byte[] bytes, Charset charset, Path file) {
        try {
            String text = strict(charset, bytes);
            return text.startsWith("\ufeff") ? text.substring(1) : text;
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
