package org.grassrootskpi.json;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;

/** The program that the README shows of indicators by formula, and what it prints. */
class FormulaReadmeTest {
    private static final List<String> PARTS = List.of("births", "deaths", "moved.in", "doctors", "residents");

    @Test
    void showsThisProgramAndItsOutput() throws Exception {
        ReadmeProgram shown = ReadmeProgram.of("Indicators by formula");

        shown.isIn(FormulaReadmeTest.class);
        shown.isPrintedBy(FormulaReadmeTest::show);
    }

    private static void show(PrintStream out) {
        ByteSource places = places();
        ByteSource formulas = CharSource.wrap("""
                {"indicators": [
                  {"id": "people.gained", "name": {"zh": "人口净增", "en": "People gained"}, "sector": "people",
                   "kind": "FLOW", "unit": "count:人", "decimals": 0, "direction": "NEUTRAL",
                   "definition": {"zh": "出生减死亡加净迁入", "en": "Births less deaths, and who moved in"},
                   "formula": "births - deaths + moved.in"},
                  {"id": "doctors.per.thousand", "name": {"zh": "每千人医生数", "en": "Doctors per thousand"}, "sector": "people",
                   "kind": "RATIO", "unit": "raw:人/千人", "decimals": 2, "direction": "HIGHER",
                   "definition": {"zh": "医生数与常住人口之比", "en": "Doctors by residents"},
                   "formula": "1000 * doctors / residents"}]}""").asByteSource(StandardCharsets.UTF_8);
        Catalog catalog = CatalogJson.read(Map.of("places.json", places, "formulas.json", formulas));
        out.print(Engine.local(observed(catalog))
                .execute(Query.select("people.gained", "doctors.per.thousand")
                        .during("2024")
                        .groupBy(Dimension.region(RegionLevel.TOWNSHIP))));
    }

    private static TableFixture fixture() {
        TableFixture fixture = new TableFixture().sector("people", "");
        for (String township : List.of("440307", "440308")) {
            fixture.region(township, RegionLevel.TOWNSHIP, "")
                    .region(township + "001", RegionLevel.COMMUNITY, township)
                    .region(township + "002", RegionLevel.COMMUNITY, township);
        }
        for (String part : PARTS) {
            fixture.indicator(TableFixture.indicator(
                            part,
                            "people",
                            PARTS.indexOf(part) < 3 ? IndicatorKind.FLOW : IndicatorKind.STOCK,
                            "count:人",
                            0)
                    .build());
        }
        return fixture;
    }

    private static ByteSource places() {
        return CharSource.wrap(CatalogJson.toJson(fixture().catalog())).asByteSource(StandardCharsets.UTF_8);
    }

    private static ObservationTable observed(Catalog catalog) {
        TableFixture rows = fixture();
        int[][] values = {
            {91, 20, 15, 40, 20_000}, {70, 30, 0, 38, 18_000}, {55, 41, -9, 12, 9_500}, {48, 50, 6, 8, 8_000}
        };
        List<String> communities = List.of("440307001", "440307002", "440308001", "440308002");
        for (int c = 0; c < communities.size(); c++) {
            for (int p = 0; p < PARTS.size(); p++) {
                if (values[c][p] != 0) {
                    rows.row(PARTS.get(p), communities.get(c), "2024", String.valueOf(values[c][p]));
                }
            }
        }
        return TableFixture.table(catalog, TableSchema.empty(), rows.rows());
    }

    @Test
    void writesFormulasAsItReadsThem() {
        ByteSource places = places();
        Catalog catalog = CatalogJson.read(
                Map.of("places.json", places, "more.json", CharSource.wrap("""
                {"indicators": [{"id": "x", "name": {"zh": "x", "en": "x"}, "sector": "people", "kind": "RATIO",
                  "unit": "ratio", "decimals": 2, "direction": "NEUTRAL", "definition": {"zh": "x", "en": "x"},
                  "formula": "(births -deaths) / residents"}]}""").asByteSource(StandardCharsets.UTF_8)));

        assertThat(CatalogJson.toJson(catalog)).contains("\"formula\": \"(births - deaths) / residents\"");
        assertThat(CatalogJson.read(Map.of(
                        "all.json", CharSource.wrap(CatalogJson.toJson(catalog)).asByteSource(StandardCharsets.UTF_8))))
                .isEqualTo(catalog);
    }
}
