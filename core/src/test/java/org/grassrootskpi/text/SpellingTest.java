package org.grassrootskpi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class SpellingTest {
    private static final List<String> KNOWN = List.of("event.handled", "event.closed", "land.area", "家次", "家庭");

    @Test
    void findsTheNearestName() {
        assertThat(Spelling.nearest("event.handeld", KNOWN)).contains("event.handled");
        assertThat(Spelling.nearest("event.close", KNOWN)).contains("event.closed");
        assertThat(Spelling.nearest("家底", KNOWN)).contains("家庭");
    }

    @Test
    void staysSilentWhereNothingIsNear() {
        assertThat(Spelling.nearest("population", KNOWN)).isEmpty();
        assertThat(Spelling.nearest("", KNOWN)).isEmpty();
        assertThat(Spelling.nearest("x".repeat(65), KNOWN)).isEmpty();
        assertThat(Spelling.nearest("land.area", List.of())).isEmpty();
    }

    @Test
    void countsASwapOfNeighboursAsOneEdit() {
        assertThat(Spelling.distance("aera", "area")).isEqualTo(1);
        assertThat(Spelling.distance("kitten", "sitting")).isEqualTo(3);
    }

    @Property(tries = 300)
    void distanceIsSymmetricAndZeroOnlyForEqualTexts(
            @ForAll @StringLength(max = 12) String a, @ForAll @StringLength(max = 12) String b) {
        assertThat(Spelling.distance(a, b)).isEqualTo(Spelling.distance(b, a));
        assertThat(Spelling.distance(a, b) == 0).isEqualTo(a.equals(b));
    }

    @Test
    void prefersTheNameThatLooksAlikeToTheNearest() {
        assertThat(Spelling.nearest("\uFF41\uFF42", List.of("\uFF41c", "ab", "abc")))
                .contains("ab");
        assertThat(Spelling.nearest("event.close", List.of("event.closes", "event.closed")))
                .contains("event.closed");
    }

    @Test
    void comparesNamesOfUpTo64Characters() {
        String name = "x".repeat(64);

        assertThat(Spelling.nearest(name, List.of("y" + name.substring(1)))).isPresent();
        assertThat(Spelling.nearest("x".repeat(63), List.of("x" + name))).isEmpty();
        assertThat(Spelling.nearest("abcd", List.of("abxy"))).contains("abxy");
        assertThat(Spelling.nearest("abcd", List.of("axyz"))).isEmpty();
    }
}
