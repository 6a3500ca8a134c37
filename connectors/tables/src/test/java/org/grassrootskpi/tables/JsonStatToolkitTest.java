package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the JSON-stat JavaScript Toolkit, by the author of the format, reads of the datasets that are written. */
class JsonStatToolkitTest {
    @TempDir
    Path folder;

    @BeforeEach
    void needsTheToolkit() {
        assumeTrue(
                System.getProperty("grassroots.jsonstat") != null,
                "without -Dgrassroots.jsonstat=main.cjs, of the npm package jsonstat-toolkit, and node it is not asked");
    }

    private String read(ObservationTable table, Language language)
            throws IOException, InterruptedException, URISyntaxException {
        Path dataset = folder.resolve("dataset.json");
        JsonStat.of(table, language).withLabel("Events & 事件").write(dataset);
        Path script = Path.of(Objects.requireNonNull(JsonStatToolkitTest.class.getResource("toolkit/read.cjs"))
                .toURI());
        Process node = new ProcessBuilder(
                        "node",
                        script.toString(),
                        Path.of(System.getProperty("grassroots.jsonstat"))
                                .toAbsolutePath()
                                .toString(),
                        dataset.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(node.waitFor()).as(printed).isZero();
        return printed;
    }

    @Test
    void readsValuesStatusesAndPeriods() throws IOException, InterruptedException, URISyntaxException {
        ObservationTable table = new TableFixture()
                .sector("s", "")
                .region("c", RegionLevel.COUNTY, "")
                .region("t", RegionLevel.TOWNSHIP, "c")
                .region("u", RegionLevel.TOWNSHIP, "c")
                .indicator("event.handled", IndicatorKind.FLOW, "count:件", 0)
                .indicator("spent", IndicatorKind.FLOW, "CNY", 2)
                .row("spent", "c", "2024", "123456789012.67")
                .row("spent", "t", "2024-YTD09", "-12.50")
                .row("spent", "u", "2024-Q3", "0")
                .figure("event.handled", "u", "2024-07", "超600件")
                .missing("event.handled", "t", "2024-07", ObservationStatus.SUPPRESSED)
                .table();

        assertThat(read(table, Language.EN)).isEqualTo("""
                dataset of 24: Events & 事件
                indicator (metric)
                  event.handled: event.handled, count:件 with 0 decimals
                  spent: spent, CNY with 2 decimals
                region (geo)
                  c: 村c, with t u
                  t: 村t
                  u: 村u
                period (time)
                  2024: 2024
                  2024-YTD09: January–September 2024
                  2024-Q3: 2024-Q3
                  2024-07: 2024-07
                event.handled | t | 2024-07 |  | Q
                event.handled | u | 2024-07 | 600 |\s
                spent | c | 2024 | 123456789012.67 |\s
                spent | t | 2024-YTD09 | -12.5 |\s
                spent | u | 2024-Q3 | 0 |\s
                """);
    }

    @Test
    void readsDimensionsAndTheirTotals() throws IOException, InterruptedException, URISyntaxException {
        ObservationTable table = new TableFixture()
                .sector("s", "")
                .region("t", RegionLevel.TOWNSHIP, "")
                .indicator("visits", IndicatorKind.FLOW, "count", 0)
                .row("visits", "t", "2024", "1", "men", "young")
                .row("visits", "t", "2024", "2", "men", "old")
                .row("visits", "t", "2024", "7", "all", "old")
                .table(TableSchema.builder()
                        .addDimensions("sex", "age")
                        .total("sex", "all")
                        .build());

        assertThat(read(table, Language.ZH)).isEqualTo("""
                dataset of 4: Events & 事件
                indicator (metric)
                  visits: visits, count with 0 decimals
                sex (classification)
                  all: all, with men
                  men: men
                age (classification)
                  old: old
                  young: young
                region (geo)
                  t: 村t
                period (time)
                  2024: 2024年
                visits | all | old | t | 2024 | 7 |\s
                visits | men | old | t | 2024 | 2 |\s
                visits | men | young | t | 2024 | 1 |\s
                """);
    }
}
