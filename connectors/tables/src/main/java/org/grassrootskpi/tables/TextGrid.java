package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads text files of fields, such as CSV, and finds out their charset and what parts the fields. */
final class TextGrid {
    private static final ImmutableList<Character> DELIMITERS = ImmutableList.of('\t', ',', ';', '|');
    private static final int SAMPLE = 200_000;
    private static final int MOST_BYTES_OF_A_CHARACTER = 4;
    private static final int RANGES_PER_PROCESSOR = 2;
    private static final int LEAST_RANGE = 500_000;
    private static final byte[] MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private static final String SHIFT_JIS = "windows-31j";
    private static final String KOREAN = "x-windows-949";
    private static final ImmutableSet<String> GUESSED = ImmutableSet.of("GB18030", SHIFT_JIS, KOREAN);
    private static final char FIRST_SYLLABLE = '\uac00';
    private static final char LAST_SYLLABLE = '\ud7a3';
    private static final int LEAST_SYLLABLES = 12;
    private static final char FIRST_WIDE = '\u2e80';

    private TextGrid() {}

    /**
     * Reads a file.
     *
     * @param charset its charset, or null to find out
     * @param delimiter what parts its fields, or null to find out
     */
    static Grid read(Path file, @Nullable String charset, @Nullable String delimiter) throws IOException {
        long most = (long) RANGES_PER_PROCESSOR * Runtime.getRuntime().availableProcessors();
        return read(file, charset, delimiter, (int) Math.min(most, 1 + Files.size(file) / LEAST_RANGE));
    }

    /** Returns whether a charset that was found out is one of several in which the bytes could be text. */
    static boolean isGuess(@Nullable String charset) {
        return charset != null && GUESSED.contains(charset);
    }

    /** Reads a file in so many ranges at the same time. */
    static Grid read(Path file, @Nullable String charset, @Nullable String delimiter, int ranges) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if ((charset == null || charset.equals(StandardCharsets.UTF_8.name())) && !hasWideMark(bytes)) {
            try {
                return read(bytes, StandardCharsets.UTF_8, delimiter, file, ranges);
            } catch (CharacterCodingException | QuoteException e) {
                // It is in another charset, or what is wrong is said below.
            }
        }
        Decoded decoded = charset == null ? decode(bytes, file) : decode(bytes, Charset.forName(charset), file);
        try {
            return read(utf8(decoded.text()), decoded.charset(), delimiter, file, ranges);
        } catch (QuoteException e) {
            throw new ImportException(
                    List.of(new ImportProblem(file.getFileName() + ":" + e.line(), String.valueOf(e.getMessage()))));
        }
    }

    /** Reads bytes of UTF-8, in which ends of lines, quotes and what parts the fields are single bytes. */
    private static Grid read(byte[] bytes, Charset written, @Nullable String delimiter, Path file, int ranges)
            throws CharacterCodingException, QuoteException {
        int start = bytes.length > 2 && bytes[0] == MARK[0] && bytes[1] == MARK[1] && bytes[2] == MARK[2] ? 3 : 0;
        int sample = Math.min(bytes.length - start, MOST_BYTES_OF_A_CHARACTER * SAMPLE);
        char between = delimiter(new String(bytes, start, sample, StandardCharsets.UTF_8), delimiter);
        return new CsvRanges(bytes, start, between)
                .read(String.valueOf(file.getFileName()), written.name(), ranges)
                .withPartedKeys()
                .withPartedLabels();
    }

    private static byte[] utf8(String text) throws CharacterCodingException {
        ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
        byte[] encoded = new byte[bytes.remaining()];
        bytes.get(encoded);
        return encoded;
    }

    private static char delimiter(String text, @Nullable String said) {
        return said == null ? delimiter(text) : said.charAt(0);
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
     * alone, as in German or French; Shift_JIS or EUC-KR if these make words; else GB18030, which reads all of GBK and GB2312, and in which they
     * come in pairs.
     */
    private static Decoded decode(byte[] bytes, Path file) {
        if (hasWideMark(bytes)) {
            return decode(bytes, bytes[0] == (byte) 0xff ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, file);
        }
        try {
            return Decoded.of(StandardCharsets.UTF_8, strict(StandardCharsets.UTF_8, bytes));
        } catch (CharacterCodingException e) {
            String charset = areShiftJis(bytes)
                    ? SHIFT_JIS
                    : areMostlySingle(bytes) ? "windows-1252" : areKorean(bytes) ? KOREAN : "GB18030";
            return decode(bytes, Charset.forName(charset), file);
        }
    }

    /** Returns whether bytes begin with the mark of UTF-16. */
    private static boolean hasWideMark(byte[] bytes) {
        return bytes.length > 1
                && ((bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xfe)
                        || (bytes[0] == (byte) 0xfe && bytes[1] == (byte) 0xff));
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

    /**
     * Returns whether bytes are Korean text as Windows has it: all wide characters are syllables of Hangul, which Chinese text of GB18030
     * makes of about every second character.
     */
    private static boolean areKorean(byte[] bytes) {
        if (!Charset.isSupported(KOREAN)) {
            return false;
        }
        try {
            String text = strict(Charset.forName(KOREAN), bytes);
            long wide =
                    text.chars().filter(character -> character >= FIRST_WIDE).count();
            long syllables = text.chars()
                    .filter(character -> character >= FIRST_SYLLABLE && character <= LAST_SYLLABLE)
                    .count();
            return syllables >= LEAST_SYLLABLES && syllables * 50 >= wide * 49;
        } catch (CharacterCodingException e) {
            return false;
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

    private static Decoded decode(byte[] bytes, Charset charset, Path file) {
        try {
            return Decoded.of(charset, strict(charset, bytes));
        } catch (CharacterCodingException e) {
            throw new ImportException(List.of(new ImportProblem(
                    String.valueOf(file.getFileName()),
                    "Expected text in " + charset.name()
                            + ", got bytes that are none; name the charset in the mapping (Big5, EUC-KR, windows-1251 …), or"
                            + " save the file as UTF-8")));
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
