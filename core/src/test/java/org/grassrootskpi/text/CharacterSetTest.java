package org.grassrootskpi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CharacterSetTest {
    /** The units in a set, asked for one by one. */
    private static String of(CharacterSet set) {
        return IntStream.rangeClosed(0, Character.MAX_VALUE)
                .filter(unit -> set.contains((char) unit))
                .mapToObj(unit -> String.valueOf((char) unit))
                .collect(Collectors.joining());
    }

    @Test
    void holdsTheUnitsOfATextAndNoOthers() {
        assertThat(of(CharacterSet.of("，。！\u0000\uFFFF@?，"))).isEqualTo("\u0000?@。！，\uFFFF");
        assertThat(of(CharacterSet.of(""))).isEmpty();
    }

    @Test
    void holdsTheUnitsWithAProperty() {
        assertThat(of(CharacterSet.where(unit -> unit >= '0' && unit <= '9'))).isEqualTo("0123456789");
    }

    @Test
    void parts64UnitsThatAreAlikeInTheirLastBits() {
        CharacterSet set = CharacterSet.of("A");

        assertThat(set.contains((char) ('A' + 64))).isFalse();
        assertThat(set.contains((char) ('A' - 64))).isFalse();
    }
}
