package org.grassrootskpi.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Joiner;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvRecordsTest {
    private static String plain(String text) {
        return text.replace("\\n", "\n").replace("\\r", "\r").replace("BOM", "\uFEFF");
    }

    private static CsvRecords records(String text, int bufferSize) throws IOException {
        return new CsvRecords(
                new ByteArrayInputStream(plain(text).getBytes(StandardCharsets.UTF_8)),
                bufferSize,
                (rows, bytes) -> {});
    }

    private static List<String> fields(CsvRecords csv) {
        return IntStream.range(0, csv.fields())
                .mapToObj(field -> new String(
                        csv.bytes(), csv.start(field), csv.end(field) - csv.start(field), StandardCharsets.UTF_8))
                .toList();
    }

    /** The line and the fields of each record, and the place of each fault, behind whose line reading goes on. */
    private static String read(String text, int bufferSize) throws IOException {
        CsvRecords csv = records(text, bufferSize);
        List<String> found = new ArrayList<>();
        for (CsvRecords.Found next = csv.next(); next != CsvRecords.Found.END; next = csv.next()) {
            if (next == CsvRecords.Found.RECORD) {
                found.add(csv.line() + ":" + Joiner.on('/').join(fields(csv)));
            } else {
                found.add(next + " " + csv.faultAt()[0] + ":" + csv.faultAt()[1]);
                csv.skipLine();
            }
        }
        return Joiner.on(' ').join(found).replace("\n", "\\n").replace("\r", "\\r");
    }

    /** Whatever the size of the buffer is, and wherever it ends. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a,b\\nc,d\\n|1:a/b 2:c/d",
                "a,b\\r\\n\\r\\nc|1:a/b 3:c",
                "``|``",
                "\\n\\n|``",
                "\\r\\n|``",
                "a|1:a",
                "a\\r|1:a",
                "a,\\n,b\\n,|1:a/ 2:/b 3:/",
                "\"a,b\"\\n|1:a,b",
                "\"a\\nb\",c\\nd|1:a\\nb/c 3:d",
                "\"a\\r\\nb\"\\r\\nd|1:a\\r\\nb 3:d",
                "\"a\"\"b\",\"\"\"\"\\nx|1:a\"b/\" 2:x",
                "c,\"a\"\"\",d\\nx|1:c/a\"/d 2:x",
                "\"\"\\n|1:",
                "\"\",\"\"\\r\\n|1:/",
                "\"a\"\\r|1:a",
                "\"a\"|1:a",
                "\"a\"\\r\\nb|1:a 2:b",
                "a\\rb\\n|1:a\\rb",
                "BOMa\\nb|1:a 2:b",
                "BOM|``",
                "a\"b,c\\nd|BAD_QUOTES 1:2 2:d",
                "\"a\"b\\nd|BAD_QUOTES 1:4 2:d",
                "\"a\"\\rb\\nd|BAD_QUOTES 1:4 2:d",
                "\"abc|BAD_QUOTES 1:1",
                "x,\"abc\\n\\nd|BAD_QUOTES 1:3 3:d",
                "\"a\\nb\"c\\nd|BAD_QUOTES 2:3 BAD_QUOTES 2:2 3:d",
                "甲,\"😀\"b\\n|BAD_QUOTES 1:7",
                "é\"\\n|BAD_QUOTES 1:2",
            })
    void recordsAreCutWhereverTheBufferEnds(String text, String records) throws IOException {
        for (int bufferSize = 1; bufferSize <= 12; bufferSize++) {
            assertThat(read(text, bufferSize))
                    .as("a buffer of %s bytes", bufferSize)
                    .isEqualTo(records);
        }
        assertThat(read(text, 1000)).isEqualTo(records);
    }

    @Test
    void aFieldKnowsItsPlaceAndItsOffsetInTheStream() throws IOException {
        for (int bufferSize : new int[] {1, 4, 16, 100}) {
            CsvRecords csv = records("x,y\\n\"a\"\"b\",c\\n甲,\"乙\\n丙\",丁\\n", bufferSize);

            csv.next();
            assertThat(csv.place(1)).containsExactly(1, 3);
            assertThat(csv.offsetOf(1, csv.start(1))).isEqualTo(2);
            csv.next();
            assertThat(csv.place(0)).containsExactly(2, 2);
            assertThat(csv.place(1)).containsExactly(2, 8);
            assertThat(csv.offsetOf(0, csv.start(0) + 1)).isEqualTo(6);
            assertThat(csv.offsetOf(0, csv.start(0) + 2)).isEqualTo(8);
            assertThat(csv.offsetOf(1, csv.start(1))).isEqualTo(11);
            csv.next();
            assertThat(csv.place(1)).containsExactly(3, 4);
            assertThat(csv.place(2)).containsExactly(4, 4);
            assertThat(csv.line()).isEqualTo(3);
            assertThat(csv.next()).isEqualTo(CsvRecords.Found.END);
            assertThat(csv.rows()).isEqualTo(2);
        }
    }

    @Test
    void aRecordMayHaveManyFields() throws IOException {
        List<String> fields =
                IntStream.range(0, 100).mapToObj(Integer::toString).toList();
        CsvRecords csv = records(
                Joiner.on(',').join(fields) + "\n\"a\"\"\"," + Joiner.on(',').join(fields), 64);

        csv.next();
        assertThat(fields(csv)).isEqualTo(fields);
        csv.next();
        assertThat(fields(csv).subList(1, 101)).isEqualTo(fields);
        assertThat(fields(csv).get(0)).isEqualTo("a\"");
    }

    @Test
    void theProgressIsToldAsTheStreamIsRead() throws IOException {
        List<String> told = new ArrayList<>();
        CsvRecords csv = new CsvRecords(
                new ByteArrayInputStream("h\na\n\nb\"\nc\n".getBytes(StandardCharsets.UTF_8)),
                4,
                (rows, bytes) -> told.add(rows + " rows, " + bytes + " bytes"));
        assertThat(csv.rows()).isZero();
        for (CsvRecords.Found next = csv.next(); next != CsvRecords.Found.END; next = csv.next()) {
            if (next != CsvRecords.Found.RECORD) {
                csv.skipLine();
            }
        }
        csv.tellProgress();

        assertThat(csv.rows()).isEqualTo(3);
        assertThat(told.get(0)).isEqualTo("0 rows, 4 bytes");
        assertThat(told.get(told.size() - 1)).isEqualTo("3 rows, 10 bytes");
    }
}
