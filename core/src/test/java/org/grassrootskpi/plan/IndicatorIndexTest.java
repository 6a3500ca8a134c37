package org.grassrootskpi.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.grassrootskpi.plan.PlanFixture.months;

import com.google.common.collect.ImmutableList;
import java.util.stream.Stream;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.UnknownIdException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Indicators a to e in the sectors health, clinics below it, and roads, of which b and d have sources. */
class IndicatorIndexTest {
    private static final Catalog CATALOG = new TableFixture()
            .sector("health", "")
            .sector("clinics", "health")
            .sector("roads", "")
            .indicator(indicator("a", "clinics"))
            .indicator(indicator("b", "roads"))
            .indicator(indicator("c", "health"))
            .indicator(indicator("d", "clinics"))
            .indicator(indicator("e", "roads"))
            .catalog();
    private static final SourceExtent OF_B = months("b");
    private static final SourceExtent OF_D = months("d");
    private static final IndicatorIndex INDEX =
            new IndicatorIndex(CATALOG, SourceSelector.index(ImmutableList.of(OF_D, OF_B)));

    private static Indicator indicator(String id, String sector) {
        return TableFixture.indicator(id, sector, IndicatorKind.FLOW, "count:件", 0)
                .build();
    }

    /** Ids in whatever order, as other instances than those of the catalogue. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a b c d e",
                "e d c b a",
                "b d",
                "a d c b e",
                "b d e a b",
                "a c e",
                "a x b",
                "x",
                "e x e a",
                "a a b b"
            })
    void findsNumbersInWhateverOrderTheyAreAskedFor(String ids) {
        IndicatorIndex.Lookup lookup = INDEX.lookup();

        assertThat(Stream.of(ids.split(" ")).mapToInt(lookup::numberOf))
                .containsExactly(Stream.of(ids.split(" ")).map("abcde"::indexOf).toArray(Integer[]::new));
    }

    @Test
    void knowsTheSectorsAndSourcesOfEachNumber() {
        assertThat(Stream.of(0, 1, 2, 3, 4)
                        .map(number -> INDEX.indicator(number).id()))
                .containsExactly("a", "b", "c", "d", "e");
        assertThat(Stream.of(0, 1, 2, 3, 4).map(number -> INDEX.sector(number, false)))
                .containsExactly("clinics", "roads", "health", "clinics", "roads");
        assertThat(Stream.of(0, 1, 2, 3, 4).map(number -> INDEX.sector(number, true)))
                .containsExactly("health", "roads", "health", "health", "roads");
        assertThat(Stream.of(0, 1, 2, 3, 4).map(INDEX::extents))
                .containsExactly(
                        ImmutableList.of(),
                        ImmutableList.of(OF_B),
                        ImmutableList.of(),
                        ImmutableList.of(OF_D),
                        ImmutableList.of());
    }

    @Test
    void namesWhatMayHaveBeenMeant() {
        assertThat(INDEX.unknown("aa")).hasMessage(messageOfCatalog("aa"));
    }

    private static String messageOfCatalog(String id) {
        try {
            return CATALOG.indicator(id).id();
        } catch (UnknownIdException unknown) {
            return unknown.getMessage();
        }
    }
}
