package org.grassrootskpi.csv;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.grassrootskpi.text.CsvField;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Well-formed files, read field by field as another reader of RFC 4180 reads them. */
class CsvRecordsOracleTest {
    private static final int FILES = 400;
    private static final String[] PIECES = {
        "a", "0", "-1.5", " ", "\t", "#", "元", "㎡", "é", "e\u0301", "𠮷", "\u00a0", "'", ";", ",", "\"", "\r\n", "\n",
        "\"\"", ",,"
    };

    /** A file and the fields that were written into it. */
    private record Written(String text, List<List<String>> records) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void readsTheFieldsThatFastCsvReads(long seed) throws IOException {
        Random random = new Random(seed);
        for (int file = 0; file < FILES; file++) {
            Written written = write(random);

            List<List<String>> ours = ours(written.text(), 1 + random.nextInt(64));

            assertThat(ours).as(written.text()).isEqualTo(written.records());
            assertThat(ours).as(written.text()).isEqualTo(fastCsv(written.text()));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void writesFieldsThatFastCsvReadsBack(long seed) {
        Random random = new Random(seed);
        for (int file = 0; file < FILES; file++) {
            List<List<String>> records = write(random).records();
            StringBuilder text = new StringBuilder();
            records.forEach(fields -> text.append(CsvField.record(fields)).append("\r\n"));

            assertThat(fastCsv(text.toString())).as(text.toString()).isEqualTo(records);
        }
    }

    /** Records of 2 to 5 fields, quoted where they must be and here and there where they need not be. */
    private static Written write(Random random) {
        List<List<String>> records = new ArrayList<>();
        StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFF" : "");
        int rows = random.nextInt(6);
        for (int row = 0; row < rows; row++) {
            List<String> fields = new ArrayList<>();
            int width = 2 + random.nextInt(4);
            for (int field = 0; field < width; field++) {
                String content = content(random);
                fields.add(content);
                String quoted = CsvField.quoted(content);
                boolean quotes = quoted.equals(content) && random.nextInt(4) == 0;
                text.append(field == 0 ? "" : ",").append(quotes ? '"' + content + '"' : quoted);
            }
            records.add(fields);
            boolean isLast = row == rows - 1;
            text.append(isLast && random.nextBoolean() ? "" : random.nextBoolean() ? "\r\n" : "\n");
            text.append(isLast || random.nextInt(6) != 0 ? "" : "\n");
        }
        return new Written(text.toString(), records);
    }

    private static String content(Random random) {
        StringBuilder content = new StringBuilder();
        int pieces = random.nextInt(5);
        for (int piece = 0; piece < pieces; piece++) {
            content.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return content.toString();
    }

    private static List<List<String>> ours(String text, int bufferSize) throws IOException {
        CsvRecords csv = new CsvRecords(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), bufferSize, (rows, bytes) -> {});
        List<List<String>> records = new ArrayList<>();
        while (csv.next() == CsvRecords.Found.RECORD) {
            List<String> fields = new ArrayList<>();
            for (int field = 0; field < csv.fields(); field++) {
                int start = csv.start(field);
                fields.add(new String(csv.bytes(), start, csv.end(field) - start, StandardCharsets.UTF_8));
            }
            records.add(fields);
        }
        return records;
    }

    private static List<List<String>> fastCsv(String text) {
        return CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(text.startsWith("\uFEFF") ? text.substring(1) : text)
                .stream()
                .map(CsvRecord::getFields)
                .toList();
    }
}
