package org.grassrootskpi.csv;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.ByteSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.grassrootskpi.table.DuplicatePolicy;
import org.grassrootskpi.table.ObservationTable;

class ObservationCsvPropertyTest {
    private static final String HEADER = "indicator,region,period,value,status,source,年龄";
    private static final ObservationCsvReader READER = ObservationCsv.reader(CsvSamples.CATALOG, CsvSamples.SCHEMA);
    private static final ObservationCsvReader LENIENT = READER.lenient();

    private static final List<List<String>> FIGURES = List.of(
            List.of(
                    "money",
                    "7",
                    "12.5",
                    "-0.01",
                    "近300亿元",
                    "超600.5元",
                    "1.50万元",
                    "约7元",
                    "3元",
                    "3元 step 0.5 [2, 4)",
                    "不低于3万元",
                    "-5元",
                    "0元",
                    "近三千元"),
            List.of("bare", "7", "7.25", "近300", "300 step 1", "1.5万", "三百"),
            List.of("land", "0.125", "98.6公顷", "近3公顷", "12m2"),
            List.of("requests.handled", "0", "123456789012", "九千余宗", "9.3万宗", "7宗"),
            List.of("measured", "7", "0.1", "-1234.5678", "1e300", "4.9E-324", "1.5亿元"),
            List.of("requests.closing-rate", "0.5", "96.9%", "超九成", "1/4"));

    @Provide
    Arbitrary<List<String>> rows() {
        Arbitrary<List<String>> figures = Arbitraries.of(FIGURES)
                .flatMap(
                        list -> Arbitraries.of(list.subList(1, list.size())).map(value -> List.of(list.get(0), value)));
        Arbitrary<String> regions = Arbitraries.of("440307003", "440307003007");
        Arbitrary<String> periods =
                Arbitraries.of("2024", "2024-H1", "2023-Q3", "2024-07", "2024-W05", "2024-02-29", "2024-YTD09");
        Arbitrary<String> statuses = Arbitraries.of("", "", "P", "ESTIMATED", "O", "SUPPRESSED");
        Arbitrary<String> texts = Arbitraries.of("", "a", "\"b\"", "c,d", "e\r\nf", "普查", "𠀀", " x ");
        return Combinators.combine(figures, regions, periods, statuses, texts, texts)
                .as((figure, region, period, status, source, age) -> {
                    boolean missing = status.equals("O") || status.equals("SUPPRESSED");
                    return String.join(
                            ",",
                            figure.get(0),
                            region,
                            period,
                            missing ? "" : quoted(figure.get(1)),
                            status,
                            quoted(source),
                            quoted(age));
                })
                .list()
                .ofMaxSize(60);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    private static String text(List<String> rows, String lineEnd) {
        StringBuilder text = new StringBuilder(HEADER).append(lineEnd);
        rows.forEach(row -> text.append(row).append(lineEnd));
        return text.toString();
    }

    @Property
    void aTableThatIsWrittenIsReadBack(@ForAll("rows") List<String> rows) {
        ObservationTable table = CsvSamples.read(READER.onDuplicates(DuplicatePolicy.KEEP_FIRST), text(rows, "\n"))
                .table();

        assertThat(CsvSamples.read(READER, CsvSamples.write(table)).table()).isEqualTo(table);
    }

    @Property
    void theOrderOfLinesAndTheLineEndMakeNoDifference(@ForAll("rows") List<String> rows, @ForAll long seed) {
        ObservationTable table = CsvSamples.read(LENIENT, text(rows, "\n")).table();
        String written = CsvSamples.write(table);
        List<String> lines = new ArrayList<>(records(written));
        String header = lines.remove(0);
        Collections.shuffle(lines, new Random(seed));

        for (String end : List.of("\n", "\r\n")) {
            String shuffled = header + end + String.join(end, lines);
            assertThat(CsvSamples.read(READER, shuffled).table()).isEqualTo(table);
        }
    }

    /** The records of a well-formed text, without their line ends. */
    private static List<String> records(String text) {
        List<String> records = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            quoted ^= text.charAt(i) == '"';
            if (!quoted && text.startsWith("\r\n", i)) {
                records.add(text.substring(start, i));
                start = i + 2;
            }
        }
        return records;
    }

    @Property
    void theBufferMakesNoDifference(@ForAll("damaged") byte[] bytes, @ForAll @IntRange(min = 1, max = 90) int size) {
        assertThat(CsvSamples.read(LENIENT.bufferSize(size), bytes)).isEqualTo(CsvSamples.read(LENIENT, bytes));
    }

    @Property
    void anythingIsReadOrRefusedAsDocumented(@ForAll("damaged") byte[] bytes) throws IOException {
        ObservationCsvResult result = CsvSamples.read(LENIENT, bytes);

        try {
            ObservationCsvResult strict = READER.read(ByteSource.wrap(bytes), "data.csv");
            assertThat(strict).isEqualTo(result);
            assertThat(result.problemCount()).isZero();
        } catch (CsvException e) {
            assertThat(e.problems()).isEqualTo(result.problems()).isNotEmpty();
        }
        assertThat(CsvSamples.read(READER, CsvSamples.write(result.table())).table())
                .isEqualTo(result.table());
    }

    /** Random bytes, and texts in which some bytes were replaced, dropped or put in. */
    @Provide
    Arbitrary<byte[]> damaged() {
        Arbitrary<byte[]> any = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        Arbitrary<byte[]> near = Combinators.combine(
                        rows(), Arbitraries.longs(), Arbitraries.integers().between(0, 4))
                .as((rows, seed, times) -> damage(text(rows, seed % 2 == 0 ? "\n" : "\r\n"), new Random(seed), times));
        return Arbitraries.frequencyOf(Tuple.of(1, any), Tuple.of(4, near));
    }

    private static byte[] damage(String text, Random random, int times) {
        byte[] signs = ",\"\r\n0.-\uFEFF\u00E9".getBytes(StandardCharsets.UTF_8);
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < times; i++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int at = random.nextInt(bytes.length);
            out.write(bytes, 0, at);
            if (random.nextBoolean()) {
                out.write(random.nextInt(4) == 0 ? random.nextInt(256) : signs[random.nextInt(signs.length)]);
            }
            int from = Math.min(bytes.length, at + random.nextInt(3));
            out.write(bytes, from, bytes.length - from);
            bytes = out.toByteArray();
        }
        return bytes;
    }
}
