package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.DeclaredLevel;
import org.grassrootskpi.model.DeclaredUnit;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.quantity.UnitFactor;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Units, levels and languages that a table or a catalogue has of its own. */
class OwnUnitsAndLevelsTest {
    private static final String HARVEST = """
            State,Municipality,Year,Indicator,Unit,Value
            North,Alpha,2023,Maize,quintal,120
            North,Beta,2023,Maize,quintal,80.5
            South,Gamma,2023,Maize,quintal,40
            """;

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("harvest.csv"), text);
    }

    @Test
    void whatNobodyKnowsIsDeclaredByTheSkeleton() throws IOException {
        ImportedTable table = TableImport.of(file(HARVEST)).read();

        assertThat(table.mapping().units()).containsExactly(Map.entry("quintal", "quintal"));
        assertThat(table.mapping().levels()).containsExactly("WHOLE", "STATE", "MUNICIPALITY");
        assertThat(table.mapping().level()).isEqualTo(RegionLevel.of("MUNICIPALITY"));
        assertThat(table.questions())
                .contains(
                        "unit: 'quintal' of Maize is not known; it is declared as a unit of the table's own, 'quintal'",
                        "levels: neither names nor codes say of what levels the regions are; those of the table's own, STATE,"
                                + " MUNICIPALITY, are called after the columns");
        Catalog catalog = table.catalog();
        assertThat(catalog.units())
                .containsExactly(DeclaredUnit.builder()
                        .code("quintal")
                        .name(LocalizedText.of("quintal", "quintal"))
                        .build());
        assertThat(catalog.indicator("Maize").unit()).isEqualTo(Unit.of("quintal", "quintal", 1, 1));
        assertThat(table.engine()
                        .execute(Query.select("Maize").groupBy(Dimension.region(RegionLevel.of("STATE"))))
                        .toString())
                .contains("North", "200.5", "(quintal)", "South", "40");
        String json = CatalogJson.toJson(catalog);
        assertThat(CatalogJson.read(ImmutableMap.of("a.json", ByteSource.wrap(json.getBytes(StandardCharsets.UTF_8)))))
                .isEqualTo(catalog);
    }

    @Test
    void theMappingSaysItAndIsReadBack() throws IOException {
        TableMapping mapping = TableImport.of(file(HARVEST)).propose();

        assertThat(TableImport.parseMapping(TableImport.toJson(mapping))).isEqualTo(mapping);
        assertThat(TableImport.of(file(HARVEST)).with(mapping).read().catalog())
                .isEqualTo(TableImport.of(file(HARVEST)).read().catalog());
        String wrong = TableImport.toJson(mapping)
                .replace("\"level\" : \"MUNICIPALITY\"", "\"level\" : \"VILLAGE\"")
                .replace("\"unit\" : \"quintal\"", "\"unit\" : \"quintals\"");
        assertThat(catchThrowableOfType(
                                ImportException.class,
                                () -> TableImport.of(file(HARVEST))
                                        .with(TableImport.parseMapping(wrong))
                                        .read())
                        .problems())
                .extracting(ImportProblem::toString)
                .containsExactly(
                        "level of the mapping: Expected one of China's levels " + RegionLevel.prepared()
                                + ", or one of \"levels\" [WHOLE, STATE, MUNICIPALITY], got 'VILLAGE'",
                        "indicator 'Maize' of the mapping: Expected a unit such as 亿元 or count:人, or one of the mapping's units, got"
                                + " 'quintals'");
    }

    @Test
    void theUnitsLevelsAndLanguagesOfACatalogueAreKept() throws IOException {
        Language french = Language.of("fr");
        Catalog known = Catalog.builder()
                .addLanguages(french)
                .addUnits(DeclaredUnit.builder()
                        .code("quintal")
                        .name(LocalizedText.of(french, "q"))
                        .base("kg")
                        .factor(UnitFactor.parse("100"))
                        .build())
                .addRegionLevels(DeclaredLevel.builder()
                        .code("COMMUNE")
                        .name(LocalizedText.of(french, "commune"))
                        .build())
                .addRegions(
                        Region.builder()
                                .code("a")
                                .name(LocalizedText.of(french, "Alpha"))
                                .level(RegionLevel.of("COMMUNE"))
                                .build(),
                        Region.builder()
                                .code("b")
                                .name(LocalizedText.of(french, "Beta"))
                                .level(RegionLevel.of("COMMUNE"))
                                .build())
                .build();

        ImportedTable table = TableImport.of(file("""
                        Commune,Year,Indicator,Unit,Value
                        Alpha,2023,Blé,quintal,12.5
                        Beta,2023,Blé,quintal,7
                        """)).against(known).read();

        assertThat(table.mapping().units()).isEmpty();
        assertThat(table.catalog().units()).isEqualTo(known.units());
        assertThat(table.catalog().languages()).isEqualTo(known.languages());
        assertThat(table.engine()
                        .execute(Query.select(table.indicator("Blé").id())
                                .groupBy(Dimension.region(RegionLevel.of("COMMUNE"))))
                        .toString())
                .contains("a Alpha", "1,250");
    }
}
