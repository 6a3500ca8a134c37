package org.grassrootskpi.report;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Distinguishes UTF-8 from GB18030 and decodes it.
 *
 * <p>Valid UTF-8 is UTF-8: text in GB18030 is almost never valid by accident. Of a file that is not, the bytes beyond
 * ASCII are counted that form UTF-8 sequences and those that do not; where the former are as many as the latter it is damaged
 * UTF-8, and must not be read as GB18030, in which most Chinese UTF-8 is valid nonsense.
 */
final class ReportBytes {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final byte[] bytes;
    private int firstBad = -1;
    private int wellFormed;
    private int malformed;

    private ReportBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    static String decode(byte[] bytes) {
        return new ReportBytes(bytes).decode();
    }

    private String decode() {
        int from = startsWithMark() ? MARK.length : 0;
        scan(from);
        if (firstBad < 0) {
            return checked(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8), from);
        }
        if (from > 0 || (wellFormed > 0 && wellFormed >= malformed)) {
            throw bad(firstBad, "damaged UTF-8");
        }
        return checked(gb18030(), 0);
    }

    private boolean startsWithMark() {
        return bytes.length >= MARK.length && bytes[0] == MARK[0] && bytes[1] == MARK[1] && bytes[2] == MARK[2];
    }

    /** Refuses a text with a NUL: the file is UTF-16 or not a text. */
    private String checked(String text, int from) {
        if (text.indexOf('\0') >= 0) {
            int at = from;
            while (bytes[at] != 0) {
                at++;
            }
            throw bad(at, "a NUL byte");
        }
        return text;
    }

    private String gb18030() {
        CharsetDecoder decoder = GB18030.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(in, out, true);
        if (result.isError()) {
            throw bad(in.position(), "bytes of neither");
        }
        decoder.flush(out);
        return out.flip().toString();
    }

    private void scan(int from) {
        int i = from;
        while (i < bytes.length) {
            int length = sequenceAt(i);
            if (length == 0) {
                malformed++;
                if (firstBad < 0) {
                    firstBad = i;
                }
                i++;
                while (i < bytes.length && (bytes[i] & 0xC0) == 0x80) {
                    i++;
                }
            } else {
                wellFormed += length > 1 ? 1 : 0;
                i += length;
            }
        }
    }

    /** The length of the UTF-8 sequence here, 0 if there is none: neither overlong nor a surrogate. */
    private int sequenceAt(int at) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
        if (first < 0xC2 || first > 0xF4 || at + length > bytes.length) {
            return 0;
        }
        for (int i = 1; i < length; i++) {
            if ((bytes[at + i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[at + 1] & 0xFF;
        boolean overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
        boolean beyond = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
        return overlong || beyond ? 0 : length;
    }

    private UndecodableTextException bad(int offset, String found) {
        return new UndecodableTextException(
                offset,
                "Expected text in UTF-8 or GB18030, found " + found + " at byte " + offset
                        + "; save the file as UTF-8 and read it again");
    }
}
