package org.grassrootskpi.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.grassrootskpi.assess.PublishedTable.number;

import com.google.common.collect.Collections2;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.grassrootskpi.assess.PublishedTable;
import org.junit.jupiter.api.Test;

class OutrankingTest {
    private static final List<String> COUNTRIES = List.of("Finland", "USA", "Sweden", "Japan", "Korea");

    private static BigDecimal d(String decimal) {
        return new BigDecimal(decimal);
    }

    private static List<BigDecimal> ones(int count) {
        return Collections.nCopies(count, BigDecimal.ONE);
    }

    private static Outranking handbook() {
        List<List<BigDecimal>> scores = new ArrayList<>();
        for (NamedCsvRecord row : PublishedTable.rows("tai-outranking-input")) {
            scores.add(Tai.INDICATORS.stream().map(id -> number(row, id)).toList());
        }
        return Outranking.of(COUNTRIES, ones(8), scores);
    }

    private static Outranking four() {
        List<List<BigDecimal>> scores = PublishedTable.rows("outranking-coinr").stream()
                .map(row -> List.of(number(row, "x1"), number(row, "x2"), number(row, "x3")))
                .toList();
        return Outranking.of(List.of("1", "2", "3", "4"), ones(3), scores);
    }

    @Test
    void reproducesTheMatrixOfTheHandbook() {
        Outranking pairs = handbook();

        List<NamedCsvRecord> rows = PublishedTable.rows("tai-outranking");
        assertThat(rows).hasSize(5);
        for (NamedCsvRecord row : rows) {
            String ahead = row.getField("country");
            for (String behind : COUNTRIES) {
                if (!ahead.equals(behind)) {
                    assertThat(pairs.share(ahead, behind))
                            .as(ahead + " before " + behind)
                            .isEqualByComparingTo(number(row, behind));
                }
            }
        }
    }

    /** Table 37 of the handbook: three of the 120 orders share the largest support. */
    @Test
    void findsTheOrdersOfKemenyAmongAll() {
        Outranking pairs = handbook();

        List<BigDecimal> supports = Collections2.permutations(COUNTRIES).stream()
                .map(pairs::support)
                .sorted(Comparator.reverseOrder())
                .toList();
        assertThat(supports).hasSize(120);
        assertThat(supports.get(0)).isEqualByComparingTo("6.375");
        assertThat(supports.stream().filter(support -> support.compareTo(supports.get(0)) == 0))
                .hasSize(3);
    }

    @Test
    void reproducesTheScoresOfCopeland() {
        Outranking pairs = four();

        assertThat(pairs.share("2", "1")).isCloseTo(d("0.6666666667"), within(d("1E-10")));
        assertThat(pairs.share("3", "1")).isCloseTo(d("0.3333333333"), within(d("1E-10")));
        assertThat(pairs.share("4", "1")).isEqualByComparingTo("1");
        int member = 1;
        for (NamedCsvRecord row : PublishedTable.rows("outranking-coinr")) {
            assertThat(pairs.copeland(String.valueOf(member++))).isEqualTo(Integer.parseInt(row.getField("copeland")));
        }
        assertThat(pairs.members().stream()
                        .flatMap(a -> pairs.members().stream()
                                .filter(b -> pairs.dominates(a, b))
                                .map(b -> a + ">" + b)))
                .containsExactly("4>1", "4>2", "4>3");
    }

    @Test
    void countsATieByHalfAndWeighsIndicators() {
        Outranking pairs = Outranking.of(
                List.of("a", "b"),
                List.of(d("1"), d("2"), d("5")),
                List.of(List.of(d("3"), d("7"), d("1")), List.of(d("2"), d("7.0"), d("1000"))));

        assertThat(pairs.share("a", "b")).isEqualByComparingTo("0.25");
        assertThat(pairs.share("b", "a")).isEqualByComparingTo("0.75");
        assertThat(pairs.copeland("a")).isEqualTo(-1);
        assertThat(pairs.support(List.of("b", "a"))).isEqualByComparingTo("0.75");
        assertThat(pairs.dominates("a", "b")).isFalse();
        assertThat(pairs.dominates("a", "a")).isFalse();
    }

    @Test
    void refusesWhatIsNoComparison() {
        List<List<BigDecimal>> scores = List.of(List.of(d("1")), List.of(d("2")));
        Outranking pairs = Outranking.of(List.of("a", "b"), ones(1), scores);

        assertThatThrownBy(() -> Outranking.of(List.of("a", "a"), ones(1), scores))
                .hasMessageContaining("BAD_DEFINITION")
                .hasMessageContaining("twice in [a, a]");
        assertThatThrownBy(() -> Outranking.of(List.of("a"), ones(1), scores)).hasMessageContaining("1 rows of 1");
        assertThatThrownBy(() -> Outranking.of(List.of("a", "b"), List.of(d("0")), scores))
                .hasMessageContaining("BAD_WEIGHTS");
        assertThatThrownBy(() -> pairs.share("a", "a")).hasMessageContaining("compared with itself");
        assertThatThrownBy(() -> pairs.copeland("z"))
                .hasMessageContaining("UNKNOWN_ID")
                .hasMessageContaining("[a, b]");
        for (List<String> order : List.of(List.of("a"), List.of("a", "a"), List.of("a", "b", "b"), List.of("a", "z"))) {
            assertThatThrownBy(() -> pairs.support(order)).hasMessageContaining("expected an order of [a, b]");
        }
    }

    /** An order and its reverse share all pairs; what dominates wins its pair whatever the weights are. */
    @Property(tries = 200)
    void sharesEachPair(
            @ForAll @Size(12) List<@IntRange(max = 4) Integer> values,
            @ForAll @Size(3) List<@IntRange(min = 1, max = 9) Integer> weights) {
        List<String> members = List.of("a", "b", "c", "d");
        List<List<BigDecimal>> scores = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            scores.add(values.subList(3 * i, 3 * i + 3).stream()
                    .map(BigDecimal::valueOf)
                    .toList());
        }
        Outranking pairs =
                Outranking.of(members, weights.stream().map(BigDecimal::valueOf).toList(), scores);

        assertThat(pairs.support(members).add(pairs.support(List.of("d", "c", "b", "a"))))
                .isCloseTo(d("6"), within(d("1E-30")));
        assertThat(members.stream().mapToInt(pairs::copeland).sum()).isZero();
        for (String a : members) {
            for (String b : members) {
                if (pairs.dominates(a, b)) {
                    assertThat(pairs.share(a, b)).isGreaterThan(d("0.5"));
                    assertThat(pairs.dominates(b, a)).isFalse();
                }
            }
        }
    }
}
