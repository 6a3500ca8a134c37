package org.grassrootskpi.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.progress.ProgressSheetTest.SEPTEMBER;
import static org.grassrootskpi.progress.ProgressSheetTest.STREET;
import static org.grassrootskpi.progress.ProgressSheetTest.flow;
import static org.grassrootskpi.progress.ProgressSheetTest.observed;
import static org.grassrootskpi.progress.ProgressSheetTest.plan;
import static org.grassrootskpi.progress.ProgressSheetTest.target;

import java.util.List;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.Samples;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

/** How communities stand beside each other, and the figures of a table that are theirs. */
class StandingsTest {
    /** Three communities, each with 100 of each of two things to do. */
    private static Catalog.Builder communities() {
        Catalog.Builder catalog = plan();
        for (String code : List.of("440307003008", "440307003009")) {
            catalog.addRegions(Region.builder()
                    .code(code)
                    .name(Samples.name(code))
                    .level(RegionLevel.COMMUNITY)
                    .parent(STREET)
                    .build());
        }
        for (String code : List.of("440307003007", "440307003008", "440307003009")) {
            for (String indicator : List.of("jobs", "visits")) {
                catalog.addTargets(target(indicator + "-" + code, "2025")
                        .region(code)
                        .indicator(indicator)
                        .figure(Quantity.parse("100个"))
                        .build());
            }
        }
        return catalog;
    }

    @Test
    void communitiesAreRankedByTheirMeanCompletionWithTiesAndChanges() {
        Catalog.Builder catalog = communities()
                // August: 40, 50, 60 of both; September: more than all of one thing counts as all of it
                .addObservations(
                        observed("jobs", "440307003007", "2025-YTD08", "40个"),
                        observed("visits", "440307003007", "2025-YTD08", "40个"),
                        observed("jobs", "440307003008", "2025-YTD08", "50个"),
                        observed("visits", "440307003008", "2025-YTD08", "50个"),
                        observed("jobs", "440307003009", "2025-YTD08", "60个"),
                        observed("visits", "440307003009", "2025-YTD08", "60个"))
                .addObservations(
                        observed("jobs", "440307003007", "2025-YTD09", "150个"),
                        observed("visits", "440307003007", "2025-YTD09", "60个"),
                        observed("jobs", "440307003008", "2025-YTD09", "70个"),
                        observed("visits", "440307003008", "2025-YTD09", "70个"),
                        observed("jobs", "440307003009", "2025-YTD09", "65个"),
                        observed("visits", "440307003009", "2025-YTD09", "75个"));

        Standings standings = ProgressSheet.of(catalog.build(), SEPTEMBER).standings();

        assertThat(standings.unranked()).isEmpty();
        assertThat(standings.places())
                .extracting(standing -> standing.region() + " "
                        + standing.place().rank() + (standing.place().isTied() ? "=" : "") + " "
                        + standing.place().score().value().toPlainString() + " "
                        + standing.rise().orElseThrow())
                .containsExactly("440307003007 1 80 2", "440307003008 2= 70 0", "440307003009 2= 70 -1");
        assertThat(standings.places().get(2).lost())
                .extracting(part -> part.item() + " " + part.lost().value().toPlainString())
                .containsExactly("jobs 17.5", "visits 12.5");
    }

    @Test
    void aCommunityOfWhichAFigureIsMissingHasNoPlaceAndAVagueOneHasARange() {
        Catalog.Builder catalog = communities()
                .addObservations(
                        observed("jobs", "440307003007", "2025-YTD09", "近90个"),
                        observed("visits", "440307003007", "2025-YTD09", "60个"),
                        observed("jobs", "440307003008", "2025-YTD09", "70个"),
                        observed("visits", "440307003008", "2025-YTD09", "70个"),
                        observed("jobs", "440307003009", "2025-YTD09", "95个"));

        Standings standings = ProgressSheet.of(catalog.build(), SEPTEMBER).standings();

        assertThat(standings.places())
                .extracting(standing -> standing.place().toString())
                .containsExactly("440307003007 1 (1-2)", "440307003008 2 (1-2)");
        assertThat(standings.unranked()).containsOnlyKeys("440307003009");
    }

    @Test
    void figuresOfATableAreRolledUpToTheRegionOfATarget() {
        Catalog catalog = communities().addTargets(flow("all", "jobs", "300个")).build();
        ObservationTable table = ObservationTable.builder(catalog)
                .addAll(List.of(
                        observed("jobs", "440307003007", "2025-01", "10个"),
                        observed("jobs", "440307003008", "2025-01", "20个"),
                        observed("jobs", "440307003009", "2025-01", "30个"),
                        observed("jobs", "440307003007", "2025-02", "10个"),
                        observed("jobs", "440307003008", "2025-02", "20个"),
                        Observation.builder()
                                .indicator("jobs")
                                .region("440307003009")
                                .period(TimePeriod.parse("2025-02"))
                                .status(ObservationStatus.MISSING)
                                .citation(Citation.of("monthly", "2", "-"))
                                .build()))
                .build();

        Catalog extended = TargetFigures.addTo(catalog, table);

        assertThat(extended.observation("jobs", STREET, TimePeriod.parse("2025-01"))
                        .flatMap(Observation::figure)
                        .map(Quantity::value)
                        .map(Object::toString))
                .contains("60");
        assertThat(extended.observation("jobs", STREET, TimePeriod.parse("2025-02")))
                .isEmpty();
        ProgressSheet january = ProgressSheet.of(extended, TimePeriod.parse("2025-01"));
        assertThat(january.items().get(6).state()).isEqualTo(ItemState.ON_SCHEDULE);
        assertThat(ProgressSheet.of(extended, TimePeriod.parse("2025-02"))
                        .items()
                        .get(6)
                        .state())
                .isEqualTo(ItemState.NOT_REPORTED);
    }
}
