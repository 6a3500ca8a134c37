package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gross domestic product of 2023, as published and as revised: 33,690 hundred millions more, 2.7 %. */
class RevisionsCommandTest {
    private static final String CATALOG = """
            {
              "documents": [
                {"id": "first", "title": {"zh": "公报", "en": "Communique"}, "publisher": {"zh": "局", "en": "Office"},
                 "period": "2023"},
                {"id": "later", "title": {"zh": "修订公告", "en": "Notice"}, "publisher": {"zh": "局", "en": "Office"},
                 "period": "2023"}],
              "regions": [{"code": "86", "name": {"zh": "全国", "en": "The country"}, "level": "COUNTRY"}],
              "sectors": [{"id": "economy", "name": {"zh": "经济", "en": "Economy"}}],
              "indicators": [
                {"id": "gdp", "name": {"zh": "国内生产总值", "en": "GDP"}, "sector": "economy", "kind": "FLOW", "unit": "CNY",
                 "decimals": 0, "direction": "HIGHER", "definition": {"zh": "国内生产总值", "en": "GDP"}},
                {"id": "rate", "name": {"zh": "比率", "en": "Rate"}, "sector": "economy", "kind": "INDEX", "unit": "ratio",
                 "decimals": 4, "direction": "HIGHER", "definition": {"zh": "比率", "en": "Rate"}}],
              "observations": [
                {"indicator": "gdp", "region": "86", "period": "2023", "figure": "1260582亿元",
                 "vintage": {"knownOn": "2024-01-17", "maturity": "PRELIMINARY"},
                 "citation": {"document": "first", "section": "1", "quote": "1260582亿元"}},
                {"indicator": "gdp", "region": "86", "period": "2023", "figure": "1294272亿元",
                 "vintage": {"knownOn": "2024-12-26", "maturity": "REVISED"},
                 "citation": {"document": "later", "section": "2", "quote": "1294272亿元"}},
                {"indicator": "rate", "region": "86", "period": "2023", "figure": "96.9%",
                 "citation": {"document": "first", "section": "1", "quote": "96.9%"}},
                {"indicator": "rate", "region": "86", "period": "2023", "figure": "96.4%",
                 "vintage": {"knownOn": "2024-12-26", "maturity": "FINAL"},
                 "citation": {"document": "later", "section": "2", "quote": "96.4%"}}]
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeTheCatalogue() throws IOException {
        Files.writeString(folder.resolve("gdp.json"), CATALOG);
    }

    private String run(String... more) {
        String[] arguments = new String[3 + more.length];
        arguments[0] = "revisions";
        arguments[1] = "--catalog";
        arguments[2] = folder.toString();
        System.arraycopy(more, 0, arguments, 3, more.length);
        MainRun run = MainRun.of(arguments);
        assertThat(run.status()).isZero();
        return run.out();
    }

    @Test
    void eachValueIsThereWithWhatItChanged() {
        assertThat(run()).isEqualToNormalizingNewlines("""
                2 figures were revised: 4 values

                GDP; The country; 2023
                ----------------------------------------------------------------------------------------------------
                  Known on  Maturity      As printed  Difference  Relative  Source
                2024-01-17  preliminary  1260582亿元                        Communique 1
                2024-12-26  revised      1294272亿元  +33690亿元    +2.67%  Notice 2

                Rate; The country; 2023
                ----------------------------------------------------------------------------------------------------
                Known on    Maturity  As printed  Difference  Relative  Source
                (no date)                  96.9%                        Communique 1
                2024-12-26  final          96.4%     -0.5 pp            Notice 2
                """);
    }

    @Test
    void whatBecameKnownLaterIsLeftOut() {
        assertThat(run("--known-on", "2024-12-25", "--lang", "zh")).isEqualToNormalizingNewlines("0 项数据有修订，共 0 个数值\n");
    }

    @Test
    void theRecordsHavePlainNumbers() {
        assertThat(run("--format", "csv", "--lang", "zh")).isEqualToNormalizingNewlines("""
                indicator,name,region,period,knownOn,maturity,printed,value,unit,difference,relative,withinRounding,document,section,quote
                gdp,国内生产总值,86,2023,2024-01-17,PRELIMINARY,1260582亿元,126058200000000,CNY,,,,first,1,1260582亿元
                gdp,国内生产总值,86,2023,2024-12-26,REVISED,1294272亿元,129427200000000,CNY,3369000000000,0.026726,false,later,2,1294272亿元
                rate,比率,86,2023,,,96.9%,0.969,ratio,,,,first,1,96.9%
                rate,比率,86,2023,2024-12-26,FINAL,96.4%,0.964,ratio,-0.005,,false,later,2,96.4%
                """);
        assertThat(run("--format", "json")).contains("\"difference\" : \"3369000000000\"");
    }

    @Test
    void aCatalogueWithoutVintagesHasNoRevisions() {
        assertThat(MainRun.of("revisions").out()).isEqualToNormalizingNewlines("0 figures were revised: 0 values\n");
    }
}
