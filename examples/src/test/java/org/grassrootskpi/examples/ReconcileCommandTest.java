package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Totals of a table against the sums of their parts, and those of a catalogue. */
class ReconcileCommandTest {
    private static final String CATALOG = """
            {
              "documents": [{"id": "d", "title": {"zh": "公报", "en": "Bulletin"}, "publisher": {"zh": "镇", "en": "Town"}, "period": "2025"}],
              "regions": [
                {"code": "440307", "name": {"zh": "青石镇", "en": "Qingshi"}, "level": "TOWNSHIP"},
                {"code": "440307001", "name": {"zh": "东社区", "en": "East"}, "level": "COMMUNITY", "parent": "440307"},
                {"code": "440307002", "name": {"zh": "西社区", "en": "West"}, "level": "COMMUNITY", "parent": "440307"}],
              "sectors": [{"id": "s", "name": {"zh": "政务", "en": "Services"}}],
              "indicators": [%s, %s, %s],
              "identities": [
                {"id": "parts", "name": {"zh": "受理等于办结加在办", "en": "handled is closed or open"}, "total": "handled",
                 "sum": "closed + open"}],
              "observations": [
                {"indicator": "handled", "region": "440307", "period": "2025", "figure": "9600件", "citation": {"document": "d", "section": "2025-1", "quote": "9600件"}},
                {"indicator": "closed", "region": "440307", "period": "2025", "figure": "9350件", "citation": {"document": "d", "section": "2025-2", "quote": "9350件"}},
                {"indicator": "open", "region": "440307", "period": "2025", "figure": "200件", "citation": {"document": "d", "section": "2025-2", "quote": "200件"}}]
            }
            """;

    private static final String FIGURES = """
            indicator,region,period,value,status
            handled,440307001,2025-01,120,
            closed,440307001,2025-01,110,
            open,440307001,2025-01,10,
            handled,440307001,2025-02,90,
            closed,440307001,2025-02,78,
            open,440307001,2025-02,21,
            handled,440307002,2025-01,80,
            closed,440307002,2025-01,75,
            open,440307002,2025-01,,Q
            handled,440307,2025-01,200,
            closed,440307,2025-01,180,
            """;

    @TempDir
    private Path folder;

    private Path data;

    private static String indicator(String id, String zh, String en) {
        return """
                {"id": "%s", "name": {"zh": "%s", "en": "%s"}, "sector": "s", "kind": "FLOW", "unit": "count:件", "decimals": 0,
                 "direction": "NEUTRAL", "definition": {"zh": "件数", "en": "Number"}}""".formatted(id, zh, en);
    }

    @BeforeEach
    void writeACatalogueAndFigures() throws IOException {
        Path catalog = Files.createDirectory(folder.resolve("catalog"));
        Files.writeString(
                catalog.resolve("a.json"),
                CATALOG.formatted(
                        indicator("handled", "受理件数", "Requests handled"),
                        indicator("closed", "办结件数", "Requests closed"),
                        indicator("open", "在办件数", "Requests open")));
        data = Files.writeString(folder.resolve("figures.csv"), FIGURES);
    }

    private String run(String... more) {
        String[] arguments = new String[3 + more.length];
        arguments[0] = "reconcile";
        arguments[1] = "--catalog";
        arguments[2] = folder.resolve("catalog").toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        MainRun run = MainRun.of(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        return run.out();
    }

    @Test
    void eachTotalOfATableIsHeldAgainstItsParts() {
        assertThat(run("--data", data.toString())).isEqualTo("""
                4 totals compared with the sums of their parts: 2 agree, 2 do not; 2 cannot be compared

                Requests handled; township; month: handled is closed or open
                    0 compared: 0 agree, 0 do not; 1 cannot be compared

                Requests handled; community; month: handled is closed or open
                    2 compared: 1 agree, 1 do not; 1 cannot be compared
                    440307001 East, 2025-02: 90件, but its parts make 99件

                Requests handled; township; month: the sum of its regions, each a community
                    1 compared: 1 agree, 0 do not; 0 cannot be compared

                Requests closed; township; month: the sum of its regions, each a community
                    1 compared: 0 agree, 1 do not; 0 cannot be compared
                    440307 Qingshi, 2025-01: 180件, but its parts make 185件
                """);
        assertThat(run("--data", data.toString(), "--lang", "zh"))
                .startsWith("合计与各部分之和比对 4 次：相符 2 次，不符 2 次；不能比对 2 次\n")
                .contains("    440307001 东社区，2025-02：90件，各部分之和为99件\n");
    }

    @Test
    void theFiguresOfACatalogueAreHeldAgainstItsIdentities() {
        assertThat(run())
                .contains("sum of parts      2025  9,550件", "= 9350件 + 200件 [2025-2]")
                .contains("1 contradiction in 1 comparison of stated with derived figures")
                .contains("handled:440307:2025 states 9600件");
    }
}
