package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.grassrootskpi.model.RegionLevel.COMMUNITY;
import static org.grassrootskpi.model.RegionLevel.TOWNSHIP;

import java.math.BigDecimal;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.api.Test;

/** The way from a table of observations to ranked regions. */
class MemberFiguresTest {
    private static ResultTable ask(Dimension... dimensions) {
        return Engine.local(new TableFixture()
                        .sector("s", "")
                        .region("town", TOWNSHIP, "")
                        .region("east", COMMUNITY, "town")
                        .region("west", COMMUNITY, "town")
                        .indicator("visits", IndicatorKind.FLOW, "count:次", 0)
                        .indicator("calls", IndicatorKind.FLOW, "count:件", 0)
                        .row("visits", "east", "2024-01", "30")
                        .row("visits", "east", "2024-02", "50")
                        .row("visits", "west", "2024-01", "60")
                        .row("calls", "east", "2024-01", "5")
                        .table())
                .execute(Query.select("visits", "calls").groupBy(dimensions).measures(Measure.value()));
    }

    private static Scorecard card(MissingScores missing) {
        return Scorecard.of(
                        LocalizedText.of("考核", "Assessment"),
                        ScoreItem.of(
                                "visits",
                                new BigDecimal("80"),
                                ScoringFunction.goalposts(BigDecimal.ZERO, new BigDecimal("100"), Direction.HIGHER)),
                        ScoreItem.of(
                                "calls",
                                new BigDecimal("20"),
                                ScoringFunction.goalposts(BigDecimal.ZERO, BigDecimal.TEN, Direction.LOWER)))
                .withMissing(missing);
    }

    @Test
    void scoresTheRegionsOfAResultByItsIndicators() {
        MemberFigures figures =
                MemberFigures.from(ask(Dimension.region(COMMUNITY), Dimension.indicator()), Measure.value());
        Scores scores = card(MissingScores.bounds()).score(figures);

        assertThat(figures.members()).containsExactly("east", "west");
        assertThat(scores.member("east").score()).contains(Score.of("74"));
        assertThat(scores.member("west").score().map(Object::toString)).contains("60 within [48..68]");
        assertThat(scores.member("west").missing()).containsExactly("calls");
        assertThat(scores.ranks().places()).map(Object::toString).containsExactly("east 1", "west 2");
    }

    @Test
    void refusesResultsThatAreNotByRegionAndIndicator() {
        assertThatThrownBy(() -> MemberFigures.from(ask(Dimension.indicator()), Measure.value()))
                .hasMessageContaining("BAD_DEFINITION")
                .hasMessageContaining("group by both");
        assertThatThrownBy(() -> MemberFigures.from(
                        ask(Dimension.region(COMMUNITY), Dimension.indicator(), Dimension.period(Frequency.MONTHLY)),
                        Measure.value()))
                .hasMessageContaining("stated twice");
    }
}
