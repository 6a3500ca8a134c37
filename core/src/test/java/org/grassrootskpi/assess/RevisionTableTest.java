package org.grassrootskpi.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Optional;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Revised;
import org.grassrootskpi.model.Samples;
import org.grassrootskpi.model.Vintage;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.junit.jupiter.api.Test;

class RevisionTableTest {
    /** Against what the office itself published of the revision. */
    @Test
    void aRevisionHasItsDifferenceAndItsRate() {
        Catalog catalog = Revised.catalog()
                .addObservations(Revised.revised(), Revised.preliminary())
                .build();

        RevisionTable table = RevisionTable.of(catalog);

        assertThat(table.revisions())
                .containsExactly(
                        ImmutableRevision.of(Revised.preliminary(), Optional.empty()),
                        ImmutableRevision.of(Revised.revised(), Optional.of(Revised.preliminary())));
        Revision first = table.revisions().get(0);
        assertThat(first.difference()).isEmpty();
        assertThat(first.relative()).isEmpty();
        Revision second = table.revisions().get(1);
        assertThat(second.difference().orElseThrow().in(Unit.parse("亿元"))).isEqualByComparingTo("33690");
        assertThat(second.relative().orElseThrow().in(Unit.parse("%")).setScale(1, RoundingMode.HALF_UP))
                .isEqualByComparingTo("2.7");
        assertThat(second.isWithinRounding()).isFalse();
        assertThat(table).hasToString("2 values of 1 revised keys");
    }

    @Test
    void aFigureThatIsPrintedToMorePlacesMayBeTheSame() {
        Catalog catalog = Revised.catalog()
                .addObservations(Revised.gdp("509.4亿元"), Revised.gdp("509.45亿元", "2024-05-01", Vintage.Maturity.FINAL))
                .build();

        Revision revision = RevisionTable.of(catalog).revisions().get(1);

        assertThat(revision.isWithinRounding()).isTrue();
        assertThat(revision.difference().orElseThrow().bounds().contains(BigDecimal.ZERO))
                .isTrue();
    }

    @Test
    void ratesAreRevisedByPoints() {
        Catalog catalog = Samples.valid()
                .addObservations(
                        rate("96.9%", "2025-01-20", Vintage.Maturity.PRELIMINARY),
                        rate("96.4%", "2025-06-01", Vintage.Maturity.FINAL))
                .build();

        Revision revision = RevisionTable.of(catalog).revisions().get(2);

        assertThat(revision.difference().orElseThrow().value()).isEqualByComparingTo("-0.005");
        assertThat(revision.difference().orElseThrow().unit()).isEqualTo(Unit.PERCENTAGE_POINT);
        assertThat(revision.relative()).isEmpty();
    }

    private static Observation rate(String figure, String knownOn, Vintage.Maturity maturity) {
        return Observation.builder()
                .from(Samples.observation("requests.closing-rate", figure))
                .vintage(Vintage.of(LocalDate.parse(knownOn), maturity))
                .build();
    }

    @Test
    void aValueThatMayBeZeroHasNoRate() {
        Catalog catalog = Revised.catalog()
                .addObservations(Revised.gdp("0亿元"), Revised.gdp("2亿元", "2024-05-01", Vintage.Maturity.FINAL))
                .build();

        Revision revision = RevisionTable.of(catalog).revisions().get(1);

        assertThat(revision.relative()).isEmpty();
        assertThat(revision.difference().map(Quantity::value).orElseThrow()).isEqualByComparingTo("200000000");
    }

    @Test
    void whatHasOneValueWasNotRevised() {
        assertThat(RevisionTable.of(Revised.catalog()
                                .addObservations(Revised.revised())
                                .build())
                        .revisions())
                .isEmpty();
    }
}
