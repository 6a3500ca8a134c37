package org.grassrootskpi.json;

import com.google.common.io.ByteSource;
import com.google.common.io.CharSource;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.conformance.ReadmeProgram;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.totals.TotalCheck;
import org.grassrootskpi.totals.TotalChecks;
import org.grassrootskpi.totals.TotalMismatch;
import org.junit.jupiter.api.Test;

/** The program that the README shows of totals and their parts, and what it prints. */
class TotalsReadmeTest {
    private static final List<String> IDS = List.of("requests.handled", "requests.closed", "requests.open");

    @Test
    void showsThisProgramAndItsOutput() throws Exception {
        ReadmeProgram shown = ReadmeProgram.of("Totals and their parts");

        shown.isIn(TotalsReadmeTest.class);
        shown.isPrintedBy(TotalsReadmeTest::show);
    }

    private static void show(PrintStream out) {
        ByteSource places =
                CharSource.wrap(CatalogJson.toJson(fixture().catalog())).asByteSource(StandardCharsets.UTF_8);
        ByteSource identities = CharSource.wrap("""
                {"identities": [
                  {"id": "requests.parts", "name": {"zh": "受理等于办结加在办", "en": "Handled is closed or open"},
                   "total": "requests.handled", "sum": "requests.closed + requests.open"}]}""").asByteSource(StandardCharsets.UTF_8);
        Catalog catalog = CatalogJson.read(Map.of("places.json", places, "identities.json", identities));
        TotalChecks checks = TotalChecks.of(Engine.local(observed(catalog)));
        out.println(checks);
        for (TotalCheck check : checks.checks()) {
            out.println(check.kind() + " " + check.total() + ": " + check.passed() + ", " + check.failed() + ", "
                    + check.impossible());
            for (TotalMismatch wrong : check.mismatches()) {
                out.println("  " + wrong.region().code() + " " + wrong.period() + ": "
                        + wrong.total().value() + " not " + wrong.sum().value());
            }
        }
    }

    private static TableFixture fixture() {
        TableFixture fixture = new TableFixture()
                .sector("s", "")
                .region("440307", RegionLevel.TOWNSHIP, "")
                .region("440307001", RegionLevel.COMMUNITY, "440307")
                .region("440307002", RegionLevel.COMMUNITY, "440307");
        IDS.forEach(id -> fixture.indicator(id, IndicatorKind.FLOW, "count:件", 0));
        return fixture;
    }

    /** Two months of two communities and the township; an open one is missing, a closed one slipped. */
    private static ObservationTable observed(Catalog catalog) {
        TableFixture rows = fixture();
        String[][] figures = {
            {"440307001", "2025-01", "120", "110", "10"},
            {"440307001", "2025-02", "90", "78", "21"},
            {"440307002", "2025-01", "80", "75", "5"},
            {"440307002", "2025-02", "60", "51", ""},
            {"440307", "2025-01", "200", "185", "15"},
            {"440307", "2025-02", "150", "138", "21"},
        };
        for (String[] row : figures) {
            for (int i = 0; i < IDS.size(); i++) {
                if (!row[i + 2].isEmpty()) {
                    rows.row(IDS.get(i), row[0], row[1], row[i + 2]);
                }
            }
        }
        return TableFixture.table(catalog, TableSchema.empty(), rows.rows());
    }
}
