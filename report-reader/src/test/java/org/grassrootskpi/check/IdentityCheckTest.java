package org.grassrootskpi.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.io.CharSource;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.report.WorkReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Totals against the sums that a user's catalogue says they are, wherever in a report they are printed. */
class IdentityCheckTest {
    private static final String CATALOG = """
            {"documents": [{"id": "d", "title": {"zh": "公报", "en": "Bulletin"}, "publisher": {"zh": "镇", "en": "Town"}, "period": "2024"}],
             "regions": [{"code": "1", "name": {"zh": "青石镇", "en": "Qingshi"}, "level": "TOWNSHIP"}],
             "sectors": [{"id": "s", "name": {"zh": "政务", "en": "Services"}}],
             "indicators": [
               %s, %s, %s, %s],
             "identities": [
               {"id": "requests", "name": {"zh": "受理等于办结加未结减退回", "en": "Requests"}, "total": "all",
                "sum": "closed + open - returned"%s}],
             "observations": [%s]}
            """;

    private static String indicator(String id, String name, String alias) {
        return """
                {"id": "%s", "name": {"zh": "%s", "en": "%s"}, "aliases": ["%s"], "sector": "s", "kind": "FLOW",
                 "unit": "count:件", "decimals": 0, "direction": "NEUTRAL", "definition": {"zh": "件数", "en": "Number"}}""".formatted(id, name, id, alias);
    }

    private static Catalog catalog(String more, String observations) {
        String json = CATALOG.formatted(
                indicator("all", "受理诉求", "受理事项"),
                indicator("closed", "办结诉求", "办结事项"),
                indicator("open", "未结诉求", "未结事项"),
                indicator("returned", "退回诉求", "退回事项"),
                more,
                observations);
        return CatalogJson.read(Map.of("a.json", CharSource.wrap(json).asByteSource(StandardCharsets.UTF_8)));
    }

    private static List<String> said(Catalog catalog, String text) {
        CheckResult result = ReportCheck.of(CheckRule.of("identity.sum"))
                .against("known", catalog, "1")
                .check(WorkReport.parse("青石镇2024年工作总结\n一、2024年工作总结\n" + text));
        List<String> said = new ArrayList<>();
        said.add(result.total().made() + "/" + result.total().passed() + "/"
                + result.total().impossible());
        result.findings().forEach(finding -> said.add(finding.level() + " " + finding.sum()));
        return said;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            全年受理诉求9600件。办结诉求9350件。未结诉求270件，退回诉求20件。|1/1/0|
            全年受理诉求9600件。办结诉求9530件。未结诉求270件，退回诉求20件。|1/0/0|ERROR requests: 9530件 + 270件 - 20件 = 9780件 ≠ 9600件
            全年受理事项0.96万件。办结诉求9350件。未结诉求270件，退回事项20件。|1/1/0|
            全年受理诉求近9600件。办结诉求9350件。未结诉求270件，退回诉求20件。|1/0/0|WARNING requests: 9350件 + 270件 - 20件 = 9600件 ≠ <9600件
            # a part is not printed; only one figure; nothing of the same time
            全年受理诉求9600件。办结诉求9350件。退回诉求20件。|0/0/1|
            全年受理诉求9600件。|0/0/0|
            全年受理诉求9600件。上年办结诉求9350件，上年未结诉求270件，上年退回诉求20件。|0/0/1|
            # one of two values of a part fits
            全年受理诉求9600件。办结诉求9000件。办结诉求9350件。未结诉求270件，退回诉求20件。|1/1/0|
            """)
    void holdsATotalAgainstTheSumOfItsParts(String text, String counts, String finding) {
        assertThat(said(catalog("", ""), text)).isEqualTo(finding == null ? List.of(counts) : List.of(counts, finding));
    }

    @Test
    void leavesTheTolerance() {
        String text = "全年受理诉求9600件。办结诉求9352件。未结诉求270件，退回诉求20件。";

        assertThat(said(catalog(", \"tolerance\": \"1件\"", ""), text))
                .containsExactly("1/0/0", "ERROR requests: 9352件 + 270件 - 20件 = 9602件 (9601件..9603件) ≠ 9600件");
        assertThat(said(catalog(", \"tolerance\": \"2件\"", ""), text)).containsExactly("1/1/0");
    }

    @Test
    void takesWhatIsNotPrintedFromTheCatalogue() {
        Catalog known = catalog("", """
                {"indicator": "returned", "region": "1", "period": "2024", "figure": "20件",
                 "citation": {"document": "d", "section": "1", "quote": "20件"}},
                {"indicator": "all", "region": "1", "period": "2024", "figure": "9600件",
                 "citation": {"document": "d", "section": "1", "quote": "9600件"}}""");

        assertThat(said(known, "全年受理诉求9600件。办结诉求9350件。未结诉求270件。")).containsExactly("1/1/0");
        assertThat(said(known, "全年受理诉求9600件。办结诉求9350件。未结诉求370件。"))
                .containsExactly("1/0/0", "WARNING requests: 9350件 + 370件 - 20件 = 9700件 ≠ 9600件");
        // The total is known as well: what it leaves for the part that is printed.
        assertThat(said(known, "办结诉求9350件。未结诉求370件。"))
                .containsExactly("1/0/0", "WARNING requests: 9600件 + 20件 - 370件 = 9250件 ≠ 9350件");
    }

    @Test
    void comparesPlansWithPlans() {
        String text = "受理诉求9600件。办结诉求9350件。未结诉求270件，退回诉求20件。\n二、2025年工作计划\n受理诉求10000件以上。";

        assertThat(said(catalog("", ""), text)).containsExactly("1/1/0");
    }

    @Test
    void saysWhatWouldMakeItRightAtEachFigure() {
        CheckResult result = ReportCheck.of(CheckRule.of("identity.sum"))
                .against("known", catalog("", ""), "1")
                .check(WorkReport.parse("青石镇2024年工作总结\n全年受理诉求9600件。办结诉求9530件。未结诉求270件，退回诉求20件。"));

        assertThat(result.findings().get(0).remedies())
                .extracting(remedy -> remedy.place().surface() + " → " + remedy.value()
                        + remedy.slip().map(slip -> " " + slip).orElse(""))
                .containsExactly(
                        "9600件 → 9780件", "9530件 → 9350件 DIGITS_SWAPPED", "270件 → 90件", "20件 → 200件 POINT_MOVED");
        assertThat(result.findings().get(0).places()).hasSize(4);
    }
}
