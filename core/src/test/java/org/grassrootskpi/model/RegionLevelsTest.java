package org.grassrootskpi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RegionLevelsTest {
    private static DeclaredLevel level(String code) {
        return DeclaredLevel.builder()
                .code(code)
                .name(LocalizedText.of(code + "级", code.toLowerCase(Locale.ROOT)))
                .build();
    }

    private static Catalog of(String... codes) {
        return Catalog.builder()
                .addAllRegionLevels(
                        Arrays.stream(codes).map(RegionLevelsTest::level).toList())
                .build();
    }

    private static List<String> order(String... codes) {
        return of(codes).levels().codes();
    }

    private static List<String> problems(String... codes) {
        return catchThrowableOfType(CatalogException.class, () -> of(codes)).problems().stream()
                .map(Problem::describe)
                .toList();
    }

    @Test
    void withoutDeclaredOnesThereAreChinas() {
        assertThat(order())
                .containsExactly(
                        "COUNTRY",
                        "PROVINCE",
                        "PREFECTURE",
                        "COUNTY",
                        "TOWNSHIP",
                        "COMMUNITY",
                        "GRID",
                        "ESTATE",
                        "MICRO_GRID",
                        "BUILDING",
                        "ENTRANCE",
                        "HOUSEHOLD");
        assertThat(of().levels().inOrder()).isEqualTo(RegionLevel.prepared());
        assertThat(of().levels().name(RegionLevel.TOWNSHIP)).isEqualTo(LocalizedText.of("乡级", "township"));
    }

    @Test
    void aLevelLiesRightBelowTheOneBeforeItInTheList() {
        assertThat(order("TOWNSHIP", "ZONE"))
                .startsWith("COUNTRY", "PROVINCE", "PREFECTURE", "COUNTY", "TOWNSHIP", "ZONE", "COMMUNITY");
        assertThat(order("ZONE", "COMMUNITY"))
                .startsWith("COUNTRY", "PROVINCE", "PREFECTURE", "COUNTY", "TOWNSHIP", "ZONE", "COMMUNITY");
        assertThat(order("COUNTRY", "COUNTY", "SUB_COUNTY", "WARD"))
                .startsWith("COUNTRY", "PROVINCE", "PREFECTURE", "COUNTY", "SUB_COUNTY", "WARD", "TOWNSHIP");
        assertThat(order("A", "COUNTY", "B", "GRID", "C"))
                .startsWith(
                        "COUNTRY",
                        "PROVINCE",
                        "PREFECTURE",
                        "A",
                        "COUNTY",
                        "B",
                        "TOWNSHIP",
                        "COMMUNITY",
                        "GRID",
                        "C",
                        "ESTATE");
        assertThat(order("HOUSEHOLD", "PERSON")).endsWith("ENTRANCE", "HOUSEHOLD", "PERSON");
    }

    @Test
    void levelsWithoutAnyOfChinasAreAnOrderOfTheirOwn() {
        assertThat(order("STATE", "CANTON")).startsWith("STATE", "CANTON", "COUNTRY");
    }

    @Test
    void contradictionsAreRefusedAtTheirPlace() {
        assertThat(problems("COUNTY", "ZONE", "PROVINCE"))
                .containsExactly(
                        "regionLevels[2]: the level PROVINCE stands behind COUNTY, which lies within it: expected China's levels in"
                                + " their order, or a code of your own");
        assertThat(problems("ZONE", "STATE", "ZONE"))
                .containsExactly(
                        "regionLevels[2]: the level 'ZONE' is declared already: leave one out (first at regionLevels[0])");
        assertThat(problems("A", "two words"))
                .containsExactly("regionLevels[1].code: 'two words' is no code of a level: expected the form "
                        + Catalog.ID_FORM);
        assertThat(problems("township"))
                .containsExactly(
                        "regionLevels[0].code: the level 'township' differs from 'TOWNSHIP' in capital letters alone: write it"
                                + " like that, or choose another code");
    }

    @Test
    void regionsAndRanksHaveLevelsThatTheCatalogueKnows() {
        Region region = Region.builder()
                .from(Samples.subdistrict())
                .level(RegionLevel.of("TOWN"))
                .build();

        assertThat(catchThrowableOfType(
                                CatalogException.class,
                                () -> Catalog.builder().addRegions(region).build())
                        .problems())
                .extracting(Problem::describe)
                .containsExactly("regions[0].level: Unknown region level 'TOWN' (did you mean 'TOWNSHIP'?)");
        assertThat(Catalog.builder()
                        .addRegions(region)
                        .addRegionLevels(level("TOWN"))
                        .build()
                        .region(region.code())
                        .level())
                .isEqualTo(RegionLevel.of("TOWN"))
                .hasToString("TOWN");
    }

    @Test
    void aPartIsOfADeeperLevel() {
        Region zone = Region.builder()
                .code("zone")
                .name(Samples.name("zone"))
                .level(RegionLevel.of("ZONE"))
                .parent("440307003")
                .build();
        Region community =
                Region.builder().from(Samples.community()).parent("zone").build();

        assertThat(Catalog.builder()
                        .addRegionLevels(level("TOWNSHIP"), level("ZONE"))
                        .addRegions(Samples.subdistrict(), zone, community)
                        .build()
                        .regionSubtree("440307003"))
                .hasSize(3);
        assertThat(catchThrowableOfType(
                                CatalogException.class,
                                () -> Catalog.builder()
                                        .addRegionLevels(level("COUNTY"), level("ZONE"))
                                        .addRegions(Samples.subdistrict(), zone)
                                        .build())
                        .problems())
                .extracting(Problem::describe)
                .containsExactly(
                        "regions[1].level: region 'zone' of level ZONE cannot be a part of '440307003' of level TOWNSHIP: expected a"
                                + " deeper level");
    }

    @Test
    void aCodeIsOneWord() {
        assertThat(RegionLevel.of("TOWNSHIP")).isSameAs(RegionLevel.TOWNSHIP);
        assertThat(RegionLevel.valueOf("WARD"))
                .isEqualTo(RegionLevel.of("WARD"))
                .isNotEqualTo(RegionLevel.TOWNSHIP);
        assertThatThrownBy(() -> RegionLevel.of("two words"))
                .hasMessage(
                        "Expected the code of a level such as TOWNSHIP or WARD, of letters and digits, got 'two words'");
        assertThatThrownBy(() -> of().levels().depth(RegionLevel.of("WARD")))
                .isInstanceOf(UnknownIdException.class)
                .hasMessage("Unknown region level 'WARD'");
        assertThatThrownBy(() -> of().levels().name(RegionLevel.of("WARD"))).hasMessage("Unknown region level 'WARD'");
    }
}
