package org.grassrootskpi.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grassrootskpi.csv.ObservationCsv;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.publish.PublicationTable;
import org.grassrootskpi.publish.TableFormat;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.RefusedException;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.table.ObservationTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A catalogue of another country, with languages, units and levels of its own: invented figures of wards of Kenya. */
class ForeignCatalogTest {
    private static final RegionLevel WARD = RegionLevel.of("WARD");
    private static final RegionLevel SUB_COUNTY = RegionLevel.of("SUB_COUNTY");

    private static final Catalog KENYA = CatalogJson.read(ImmutableMap.of(
            "kenya.json", Resources.asByteSource(Resources.getResource(ForeignCatalogTest.class, "kenya.json"))));
    private static final Engine ENGINE = Engine.local(ObservationTable.of(KENYA));

    private static String text() throws IOException {
        return Resources.toString(
                Resources.getResource(ForeignCatalogTest.class, "kenya.json"), StandardCharsets.UTF_8);
    }

    @Test
    void itIsWrittenAndReadBack() {
        String json = CatalogJson.toJson(KENYA);

        Catalog again =
                CatalogJson.read(ImmutableMap.of("again.json", ByteSource.wrap(json.getBytes(StandardCharsets.UTF_8))));
        assertThat(again).isEqualTo(KENYA);
        assertThat(CatalogJson.toJson(again)).isEqualTo(json);
        assertThat(json).startsWith("{\n  \"languages\": [\n    \"sw\",\n    \"en\"\n  ],\n  \"units\": [");
        assertThat(JsonTree.read(JsonTree.of(KENYA), Catalog.class)).isEqualTo(KENYA);
    }

    @Test
    void valuesRollUpToItsLevels() {
        Query maize = Query.select("maize").during("2024").measures(Measure.value(), Measure.share());

        assertThat(ENGINE.execute(maize.groupBy(Dimension.region(SUB_COUNTY)).measures(Measure.value()))
                        .toString())
                .isEqualTo("""
                        indicator  region         value (kg)
                        maize      KE-17.1 Seme      135,000
                        maize      KE-31.1 Njoro      45,000
                        source WARD, ANNUAL: maize
                        """);
        assertThat(ENGINE.execute(maize.groupBy(Dimension.region(RegionLevel.COUNTY)))
                        .toString())
                .contains("KE-17 Kisumu     135,000         75");
        assertThat(ENGINE.execute(Query.select("maize")
                                .during("2024")
                                .groupBy(Dimension.region(WARD))
                                .measures(Measure.rankWithin(RegionLevel.COUNTY), Measure.shareOf(SUB_COUNTY)))
                        .toString())
                .contains("KE-17.1.2 Seme Mashariki", "20");
    }

    @Test
    void levelsThatItDoesNotKnowAndCutRegionsAreRefused() {
        Query maize = Query.select("maize").during("2024");

        assertThatThrownBy(() -> ENGINE.execute(maize.groupBy(Dimension.region(RegionLevel.of("WARDS")))))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("UNKNOWN_LEVEL: Unknown region level 'WARDS' (did you mean 'WARD'?)");
        assertThatThrownBy(() -> ENGINE.execute(maize.within("KE-17.1.1").groupBy(Dimension.region(SUB_COUNTY))))
                .hasMessageContaining("region 'KE-17.1.1' of level WARD is only a part of a group by SUB_COUNTY");
        assertThat(ENGINE.execute(maize.groupBy(Dimension.region(RegionLevel.COMMUNITY)))
                        .refusals())
                .singleElement()
                .asString()
                .contains("REGION_FINER_THAN_DATA", "WARD, ANNUAL");
        assertThatThrownBy(() -> ENGINE.execute(maize.groupBy(Dimension.region(SUB_COUNTY))
                        .measures(Measure.shareOf(WARD))
                        .strict()))
                .hasMessageContaining("which is not above the groups' level SUB_COUNTY");
    }

    @Test
    void namesFollowTheLanguageThatIsAskedFor() {
        ResultTable result =
                ENGINE.execute(Query.select("land", "sales").during("2024").groupBy(Dimension.region(WARD)));
        TableFormat english =
                TableFormat.of(Language.EN).withUnits(KENYA.unitVocabulary().parse("acre"));

        assertThat(PublicationTable.of(result, KENYA, english).toString())
                .contains("Land under maize", "West Seme", "Mau Narok", "acre", "150", "KSh");
        assertThat(PublicationTable.of(
                                result,
                                KENYA,
                                TableFormat.of(Language.of("sw"))
                                        .withUnits(KENYA.unitVocabulary().parse("acre")))
                        .toString())
                .contains("Ardhi", "Seme Magharibi", "ekari", "kata");
        assertThat(KENYA.region("KE-17.1.1").name().in(Language.of("fr"))).isEqualTo("Seme Magharibi");
        assertThat(KENYA.region("KE-17.1.1").name().in(Language.of("en-GB"))).isEqualTo("West Seme");
        assertThat(KENYA.region("KE").name().in(Language.EN)).isEqualTo("Kenya");
        assertThat(KENYA.levels().name(WARD))
                .isEqualTo(LocalizedText.of(Language.of("sw"), "kata").with(Language.EN, "ward"));
    }

    @Test
    void rowsAreReadWithItsUnitsAndRegions(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("rows.csv"),
                "indicator,region,period,value\nmaize,KE-31.1.1,2023,近300 magunia\nsales,KE-31.1.1,2023,12.5\n");

        ObservationTable table = ObservationCsv.reader(KENYA).read(file).table();

        Path written = folder.resolve("written.csv");
        ObservationCsv.write(table, written);
        assertThat(ObservationCsv.reader(KENYA).read(written).table()).isEqualTo(table);
        assertThat(Engine.local(table)
                        .execute(Query.select("maize").groupBy(Dimension.region(RegionLevel.COUNTY)))
                        .toCsv())
                .contains("KE-31,Nakuru,27000");
    }

    @Test
    void theSchemaKnowsItsForm() throws IOException {
        assertThat(CatalogSchemaTest.refuses(text())).isFalse();
    }
}
