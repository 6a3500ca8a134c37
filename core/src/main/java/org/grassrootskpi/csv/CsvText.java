package org.grassrootskpi.csv;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import org.grassrootskpi.csv.CsvProblem.Reason;

/** Decodes the text of a field, for the cases that cannot be decided by its bytes. */
final class CsvText {
    private CsvText() {}

    /** Returns the text; adds a problem and returns empty if the field is not UTF-8 or too long. */
    static Optional<String> of(CsvRecords records, int field, CsvProblems problems) {
        int from = records.start(field);
        int length = records.end(field) - from;
        if (length > ObservationCsvReader.MAX_FIELD_BYTES) {
            int[] place = records.place(field);
            problems.add(
                    Reason.TOO_LONG,
                    place[0],
                    place[1],
                    () -> "Expected fields of at most " + ObservationCsvReader.MAX_FIELD_BYTES + " bytes, got one of "
                            + length);
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(records.bytes(), from, length);
        CharBuffer out = CharBuffer.allocate(length);
        if (decoder.decode(in, out, true).isError()) {
            int at = in.position();
            int[] place = records.place(field);
            problems.add(
                    Reason.ENCODING,
                    place[0],
                    place[1],
                    () -> String.format(
                            Locale.ROOT,
                            "Expected UTF-8, got the byte 0x%02X at offset %d of the file; if it was saved as GBK,"
                                    + " GB18030 or UTF-16, save it as UTF-8",
                            records.bytes()[at],
                            records.offsetOf(field, at)));
            return Optional.empty();
        }
        return Optional.of(out.flip().toString());
    }
}
