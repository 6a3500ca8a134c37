package org.grassrootskpi.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.Identity.Part;
import org.grassrootskpi.quantity.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {
    private static Identity identity(String id, String total, String sum, String tolerance) {
        return Identity.builder()
                .id(id)
                .name(Samples.name(id))
                .total(total)
                .sum(IndicatorFormula.parse(sum))
                .tolerance(
                        Optional.of(tolerance).filter(text -> !text.isEmpty()).map(Quantity::parse))
                .build();
    }

    /** Flows all, open, closed, late (of them closed) and money; a stock, different people, a rate, a rank and a derived flow. */
    private static Catalog.Builder with(Identity... identities) {
        return indicators().addIdentities(identities);
    }

    private static Catalog.Builder indicators() {
        return Catalog.builder()
                .from(new TableFixture()
                        .sector("s", "")
                        .indicator("all", IndicatorKind.FLOW, "count:宗", 0)
                        .indicator("open", IndicatorKind.FLOW, "count:宗", 0)
                        .indicator("closed", IndicatorKind.FLOW, "count:宗", 0)
                        .indicator(TableFixture.indicator("late", "s", IndicatorKind.FLOW, "count:宗", 0)
                                .partOf("closed")
                                .build())
                        .indicator("joint", IndicatorKind.SHARED_FLOW, "count:宗", 0)
                        .indicator("waiting", IndicatorKind.STOCK, "count:宗", 0)
                        .indicator("kinds", IndicatorKind.DISTINCT, "count:宗", 0)
                        .indicator("money", IndicatorKind.FLOW, "CNY", 2)
                        .indicator("rate", IndicatorKind.RATIO, "ratio", 4)
                        .indicator("place", IndicatorKind.RANK, "rank", 0)
                        .indicator(TableFixture.indicator("gain", "s", IndicatorKind.FLOW, "count:宗", 0)
                                .formula(IndicatorFormula.parse("open - closed"))
                                .build())
                        .catalog());
    }

    @Test
    void hasItsPartsWithTheirSigns() {
        assertThat(identity("i", "all", "open - (closed - late + joint)", "").parts())
                .containsExactly(
                        new Part("open", true),
                        new Part("closed", false),
                        new Part("late", true),
                        new Part("joint", false));
        assertThatThrownBy(() -> identity("i", "all", "2 * open", "").parts())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Expected ids with + and - between them, got \"2 * open\"");
    }

    @Test
    void isAPartOfACatalogue() {
        Identity parts = identity("i", "all", "open + closed", "2宗");
        Identity different = identity("j", "kinds", "joint + open - late", "");

        assertThat(with(parts, different).build().identities()).containsExactly(parts, different);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "al|open + closed||total: Unknown indicator 'al' (did you mean 'all'?)",
                "all|open + closd||sum: Unknown indicator 'closd' (did you mean 'closed'?)",
                "all|open-closed + late||sum: Unknown indicator 'open-closed'; to take one from the other, write 'open - closed'"
                        + " with blanks",
                "all|open||sum: \"open\" is no sum of indicators: expected two ids or more with + and - between them, such as"
                        + " 'closed + open'",
                "all|open * 2 + closed||sum: \"open * 2 + closed\" is no sum of indicators: expected two ids or more with + and -"
                        + " between them, such as 'closed + open'",
                "all|open + money||sum: a total and its parts need one unit: 'all' is in count:宗, 'money' in CNY; refer to others",
                "all|open + waiting||sum: 'all' is a FLOW and 'waiting' a STOCK: what happened in a period is no part of what is"
                        + " there at its end, nor the other way round; refer to others",
                "waiting|open + closed||sum: 'waiting' is a STOCK and 'open' a FLOW: what happened in a period is no part of what"
                        + " is there at its end, nor the other way round; refer to others",
                "all|open + closed + late||sum: 'late' is already counted in 'closed': leave one of the two out",
                "all|open + open||sum: 'open' occurs twice in \"open + open\": once is enough",
                "all|all + open||sum: 'all' is the total and a part of itself: leave it out of the sum",
                "place|open + closed||total: 'place' is a RANK, which is no sum of parts: expected a FLOW, a STOCK, a SHARED_FLOW or"
                        + " a DISTINCT",
                "rate|rate + open||total: 'rate' is a RATIO, which is no sum of parts: expected a FLOW, a STOCK, a SHARED_FLOW or a"
                        + " DISTINCT",
                "gain|open - closed||total: 'gain' follows from its formula \"open - closed\", so that nobody states it: expected"
                        + " indicators that are observed",
                "all|open + gain||sum: 'gain' follows from its formula \"open - closed\", so that nobody states it: expected"
                        + " indicators that are observed",
                "all|open + closed|2元|tolerance: tolerance '2元' is in CNY, but 'all' in count:宗",
                "all|open + closed|-2宗|tolerance: expected a tolerance of 0 or more, got '-2宗'",
            })
    void isRefusedWithItsPlaceAndTheWayOut(String total, String sum, String tolerance, String problem) {
        ImmutableList<Problem> problems =
                CatalogValidationTest.problems(with(identity("i", total, sum, tolerance == null ? "" : tolerance)));

        assertThat(problems.get(0).describe()).isEqualTo("identities[0]." + problem);
    }

    @Test
    void isStatedOnce() {
        ImmutableList<Problem> problems = CatalogValidationTest.problems(with(
                identity("i", "all", "open + closed", ""),
                identity("j", "open", "all - closed", ""),
                identity("i", "all", "open + joint", "")));

        assertThat(problems.stream().map(Problem::describe))
                .containsExactly(
                        "identities[2]: the id 'i' is taken already: rename one of the two (first at identities[0])",
                        "identities[1]: open = all - closed is stated already: leave one of the two out (first at identities[0])");
    }
}
