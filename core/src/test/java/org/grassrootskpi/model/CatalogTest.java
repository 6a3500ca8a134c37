package org.grassrootskpi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private final Catalog catalog = Samples.valid().build();

    @Test
    void findsItsPartsById() {
        assertThat(catalog.indicator("requests.closed")).isEqualTo(Samples.flow("requests.closed"));
        assertThat(catalog.region("440307003007")).isEqualTo(Samples.community());
        assertThat(catalog.sector("safety")).isEqualTo(Samples.sector());
        assertThat(catalog.observations("requests.handled"))
                .containsExactly(Samples.observation("requests.handled", "9.3万宗"));
        assertThat(catalog.observations("requests.closed")).isEmpty();
    }

    @Test
    void findsAnObservationByItsKey() {
        assertThat(catalog.observation("requests.handled", "440307003", TimePeriod.parse("2024")))
                .contains(Samples.observation("requests.handled", "9.3万宗"));
        assertThat(catalog.observation("requests.handled", "440307003", TimePeriod.parse("2023")))
                .isEmpty();
        assertThat(catalog.observation("requests.handled", "440307003007", TimePeriod.parse("2024")))
                .isEmpty();
    }

    @Test
    void answersAnUnknownIdWithTheNearestSpelling() {
        assertThatThrownBy(() -> catalog.indicator("requests.handeld"))
                .isInstanceOf(UnknownIdException.class)
                .hasMessage("Unknown indicator 'requests.handeld' (did you mean 'requests.handled'?)");
        assertThatThrownBy(() -> catalog.region("11")).hasMessage("Unknown region '11'");
        assertThatThrownBy(() -> catalog.observation("requests.handled", "440307004", TimePeriod.parse("2024")))
                .hasMessage("Unknown region '440307004' (did you mean '440307003'?)");
    }

    @Test
    void walksItsTreesDepthFirst() {
        Sector education = Sector.builder()
                .id("safety.fire")
                .name(Samples.name("fire"))
                .parent("safety")
                .build();
        Catalog grown = Samples.valid().addSectors(education).build();

        assertThat(grown.sectorSubtree("safety")).containsExactly(Samples.sector(), education);
        assertThat(grown.topSectors()).containsExactly(Samples.sector());
        assertThat(grown.regionSubtree("440307003")).containsExactly(Samples.subdistrict(), Samples.community());
        assertThat(grown.topRegions()).containsExactly(Samples.subdistrict());
        assertThat(grown.indicatorsOf("safety.fire")).isEmpty();
    }

    @Test
    void anEmptyCatalogueIsValid() {
        assertThat(Catalog.builder().build().indicators()).isEmpty();
    }

    @Test
    void cataloguesOfEqualPartsAreEqual() {
        assertThat(Samples.valid().build()).isEqualTo(catalog).hasSameHashCodeAs(catalog);
    }

    @Test
    void valueAndCompletionImplyTheTargetWithItsBounds() {
        Observation land = Observation.builder()
                .from(Samples.observation("requests.handled", "98.6公顷"))
                .completion(Completion.of(Quantity.parse("341%"), "完成率341%"))
                .build();

        Quantity target = land.impliedTarget().orElseThrow();

        assertThat(target.value().setScale(0, RoundingMode.HALF_EVEN)).isEqualByComparingTo("289150");
        assertThat(target.bounds().encloses(Range.closed(new BigDecimal("288600"), new BigDecimal("289700"))))
                .isTrue();
        assertThat(Samples.observation("requests.handled", "9.3万宗").impliedTarget())
                .isEmpty();
    }

    @Test
    void aZeroSaidInWordsIsPrintedInWords() {
        Observation none = Observation.builder()
                .from(Samples.observation("requests.handled", "0宗"))
                .citation(Citation.of("report", "2024-5", "无案事件"))
                .build();

        assertThat(none.printed()).contains("无案事件");
        assertThat(Samples.observation("requests.handled", "9.3万宗").printed()).contains("9.3万宗");
    }

    @Test
    void theWorseStatusWins() {
        assertThat(ObservationStatus.NORMAL.worst(ObservationStatus.ESTIMATED)).isEqualTo(ObservationStatus.ESTIMATED);
        assertThat(ObservationStatus.MISSING.worst(ObservationStatus.PROVISIONAL))
                .isEqualTo(ObservationStatus.MISSING);
        assertThat(ObservationStatus.values())
                .filteredOn(status -> !status.hasValue())
                .containsExactly(
                        ObservationStatus.SUPPRESSED,
                        ObservationStatus.MISSING,
                        ObservationStatus.NOT_COLLECTED,
                        ObservationStatus.CANNOT_EXIST);
    }

    @Test
    void keepsTheIdsOfOthersAndRefusesTwoThatDifferInCapitalLettersAlone() {
        Catalog.Builder catalog = Catalog.builder()
                .addSectors(
                        Sector.builder()
                                .id("SP.POP_TOTL")
                                .name(LocalizedText.of("甲", "A"))
                                .build(),
                        Sector.builder()
                                .id("MED-EI")
                                .name(LocalizedText.of("乙", "B"))
                                .build());
        assertThat(catalog.build().sectors()).extracting(Sector::id).containsExactly("SP.POP_TOTL", "MED-EI");

        catalog.addSectors(Sector.builder()
                .id("sp.pop_totl")
                .name(LocalizedText.of("丙", "C"))
                .build());
        assertThatThrownBy(catalog::build)
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining(
                        "the id 'sp.pop_totl' differs from 'SP.POP_TOTL' in capital letters alone: rename one of the"
                                + " two (first at sectors[0])");
    }
}
