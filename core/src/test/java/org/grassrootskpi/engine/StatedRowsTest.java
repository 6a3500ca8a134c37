package org.grassrootskpi.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class StatedRowsTest {
    private static final int PRECISIONS = 3;

    /** The rows of each group and precision: how many, the least and the greatest value. */
    private final TreeMap<Integer, long[]> expected = new TreeMap<>();

    private void add(StatedRows rows, int group, int precision, long value) {
        rows.add(group, precision, value);
        long[] known = expected.computeIfAbsent(group * PRECISIONS + precision, key -> new long[] {0, value, value});
        known[0]++;
        known[1] = Math.min(known[1], value);
        known[2] = Math.max(known[2], value);
    }

    private List<String> expectedTexts() {
        return expected.entrySet().stream()
                .map(entry -> entry.getKey() / PRECISIONS + "/" + entry.getKey() % PRECISIONS + ": "
                        + entry.getValue()[0] + ", " + entry.getValue()[1] + ".." + entry.getValue()[2])
                .toList();
    }

    private static List<String> texts(StatedRows rows) {
        List<String> texts = new ArrayList<>();
        rows.forEach((group, precision, count, least, greatest) ->
                texts.add(group + "/" + precision + ": " + count + ", " + least + ".." + greatest));
        return texts;
    }

    private void addRandom(StatedRows rows, long seed, int count) {
        Random random = new Random(seed);
        for (int i = 0; i < count; i++) {
            add(rows, random.nextInt(400), random.nextInt(PRECISIONS), random.nextInt(2000) - 1000);
        }
    }

    @Test
    void isEmptyUntilARowIsAdded() {
        StatedRows rows = new StatedRows(PRECISIONS);
        assertThat(rows.isEmpty()).isTrue();
        assertThat(texts(rows)).isEmpty();

        add(rows, 0, 0, 7);
        assertThat(rows.isEmpty()).isFalse();
        assertThat(texts(rows)).containsExactly("0/0: 1, 7..7");
    }

    @Test
    void givesCountAndExtremesOfEachGroupAndPrecisionInTheirOrder() {
        StatedRows rows = new StatedRows(PRECISIONS);
        addRandom(rows, 1, 3000);

        assertThat(texts(rows)).hasSizeGreaterThan(1000).isEqualTo(expectedTexts());
    }

    @Test
    void growsWithEveryNumberOfKeys() {
        StatedRows rows = new StatedRows(PRECISIONS);
        for (int group = 0; group < 70; group++) {
            add(rows, group, group % PRECISIONS, group);
            add(rows, group, group % PRECISIONS, -group);
            assertThat(texts(rows)).isEqualTo(expectedTexts());
        }
    }

    @Test
    void addsAllRowsOfAnother() {
        StatedRows rows = new StatedRows(PRECISIONS);
        StatedRows others = new StatedRows(PRECISIONS);
        addRandom(rows, 2, 300);
        addRandom(others, 3, 500);

        rows.addAll(others);
        assertThat(texts(rows)).isEqualTo(expectedTexts());

        rows.addAll(new StatedRows(PRECISIONS));
        assertThat(texts(rows)).isEqualTo(expectedTexts());
    }

    @Test
    void numbersGroupsBeyondAnInt() {
        StatedRows rows = new StatedRows(PRECISIONS);
        rows.add(Integer.MAX_VALUE - 1, 2, 5);

        assertThat(texts(rows)).containsExactly(Integer.MAX_VALUE - 1 + "/2: 1, 5..5");
    }
}
