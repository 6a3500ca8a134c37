package org.grassrootskpi.assess;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import java.util.stream.Stream;
import org.grassrootskpi.assess.DerivedFigure.Kind;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Identity;
import org.grassrootskpi.model.IndicatorFormula;
import org.grassrootskpi.model.Samples;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;

class IdentityReconciliationTest {
    /** all = closed + open - withdrawn, of the figures given; an empty one is not stated. */
    private static Reconciliation stated(String tolerance, String all, String closed, String open, String withdrawn) {
        Catalog.Builder catalog = Catalog.builder()
                .addDocuments(Samples.report())
                .addRegions(Samples.subdistrict())
                .addSectors(Samples.sector())
                .addIndicators(
                        Samples.flow("all"), Samples.flow("closed"), Samples.flow("open"), Samples.flow("withdrawn"))
                .addIdentities(Identity.builder()
                        .id("all.parts")
                        .name(Samples.name("parts"))
                        .total("all")
                        .sum(IndicatorFormula.parse("closed + open - withdrawn"))
                        .tolerance(
                                Optional.of(tolerance).filter(t -> !t.isEmpty()).map(Quantity::parse))
                        .build());
        String[] ids = {"all", "closed", "open", "withdrawn"};
        String[] figures = {all, closed, open, withdrawn};
        for (int i = 0; i < ids.length; i++) {
            if (!figures[i].isEmpty()) {
                catalog.addObservations(Samples.observation(ids[i], figures[i]));
            }
        }
        return Reconciliation.of(catalog.build());
    }

    private static Stream<String> derived(Reconciliation reconciliation) {
        return reconciliation.derived().stream()
                .map(figure -> figure.kind() + " " + figure.identity().orElse("?") + " " + figure.indicator() + " "
                        + figure.figure().value().toPlainString() + " "
                        + figure.figure().bounds() + " " + figure.sources());
    }

    @Test
    void comparesATotalWithTheSumOfItsParts() {
        Reconciliation fitting = stated("", "100宗", "70宗", "40宗", "10宗");
        Reconciliation wrong = stated("", "101宗", "70宗", "40宗", "10宗");

        assertThat(derived(fitting))
                .containsExactly(
                        "SUM_OF_PARTS all.parts all 100 [100..100] [closed:440307003:2024, open:440307003:2024,"
                                + " withdrawn:440307003:2024]");
        assertThat(fitting.checks()).isEqualTo(1);
        assertThat(fitting.contradictions()).isEmpty();
        assertThat(wrong.contradictions())
                .extracting(Contradiction::describe)
                .containsExactly(
                        "all:440307003:2024 states 101宗, within [101..101]; SUM_OF_PARTS of all (all.parts) from"
                                + " closed:440307003:2024, open:440307003:2024, withdrawn:440307003:2024 is 100 count:宗 (70宗 + 40宗 - 10宗),"
                                + " within [100..100]");
    }

    @Test
    void leavesRoomForRoundingAndTolerance() {
        assertThat(stated("", "0.2万宗", "1100宗", "999宗", "50宗").contradictions()).isEmpty();
        assertThat(stated("", "101宗", "70宗", "40宗", "10宗").contradictions()).hasSize(1);
        assertThat(stated("1宗", "101宗", "70宗", "40宗", "10宗").contradictions()).isEmpty();
        assertThat(stated("1宗", "102宗", "70宗", "40宗", "10宗").contradictions()).hasSize(1);
    }

    @Test
    void derivesTheOneFigureThatIsNotStated() {
        assertThat(derived(stated("", "", "70宗", "40宗", "10宗")))
                .containsExactly(
                        "SUM_OF_PARTS all.parts all 100 [100..100] [closed:440307003:2024, open:440307003:2024,"
                                + " withdrawn:440307003:2024]");
        assertThat(derived(stated("1宗", "100宗", "70宗", "", "10宗")))
                .containsExactly("PART_OF_TOTAL all.parts open 40 [39..41] [all:440307003:2024, closed:440307003:2024,"
                        + " withdrawn:440307003:2024]");
        assertThat(derived(stated("", "100宗", "70宗", "40宗", "")))
                .containsExactly(
                        "PART_OF_TOTAL all.parts withdrawn 10 [10..10] [all:440307003:2024, closed:440307003:2024,"
                                + " open:440307003:2024]");
    }

    @Test
    void writesTheSumOut() {
        assertThat(stated("", "", "70宗", "40宗", "10宗").derived().get(0).formula())
                .isEqualTo("70宗 + 40宗 - 10宗");
        assertThat(stated("", "100宗", "70宗", "", "10宗").derived().get(0).formula())
                .isEqualTo("100宗 + 10宗 - 70宗");
        assertThat(stated("", "100宗", "70宗", "40宗", "").derived().get(0).formula())
                .isEqualTo("70宗 + 40宗 - 100宗");
    }

    @Test
    void saysWhatCouldNotBeCheckedForLackOfAPart() {
        Reconciliation lacking = stated("", "100宗", "70宗", "", "");

        assertThat(lacking.checks()).isZero();
        assertThat(lacking.impossible()).isEqualTo(1);
        assertThat(stated("", "100宗", "70宗", "", "10宗").impossible()).isEqualTo(1);
        assertThat(lacking.underived())
                .containsExactly(ImmutableUnderived.of(
                        Kind.SUM_OF_PARTS,
                        "all",
                        "440307003",
                        TimePeriod.parse("2024"),
                        "there is no figure of 'open', 'withdrawn'",
                        ImmutableList.of("closed:440307003:2024")));
    }

    @Test
    void saysNothingWhereNoPartIsStatedOrNeitherTotalNorAllParts() {
        for (Reconciliation silent :
                new Reconciliation[] {stated("", "100宗", "", "", ""), stated("", "", "70宗", "40宗", "")}) {
            assertThat(silent.derived()).isEmpty();
            assertThat(silent.underived()).isEmpty();
            assertThat(silent.impossible()).isZero();
        }
    }
}
