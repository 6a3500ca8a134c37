package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {
    @Test
    void aChineseCharacterTakesTwoColumns() {
        assertThat(Columns.width("土地 ha")).isEqualTo(7);
        assertThat(Columns.padRight("土地", 6)).isEqualTo("土地  ");
        assertThat(Columns.padLeft("土地", 6)).isEqualTo("  土地");
        assertThat(Columns.padLeft("土地", 3)).isEqualTo("土地");
    }

    @Test
    void wrapsAtBlanksAndElseAnywhere() {
        assertThat(Columns.wrap("one two three", 8)).containsExactly("one two", "three");
        assertThat(Columns.wrap("土地整备面积", 5)).containsExactly("土地", "整备", "面积");
        assertThat(Columns.wrap("", 5)).isEmpty();
    }
}
