package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.primitives.ImmutableIntArray;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
    private static final String CHARACTERS = "0123456789.,-0001a中 \u0000";

    private static long number(String text) {
        return PlainNumber.of(text.toCharArray(), 0, text.length());
    }

    private static Cells cells(List<String> texts) {
        Cells.Builder builder = new Cells.Builder();
        texts.forEach(builder::add);
        return Cells.joined(List.of(builder), ImmutableIntArray.of(texts.size()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "0 0 0",
                "7 7 0",
                "-7 -7 0",
                "0.50 50 2",
                "-0.05 -5 2",
                "12,5 125 1",
                "12345678901234567 12345678901234567 0",
                "-99999999999999999 -99999999999999999 0",
                "10.123456789012345 10123456789012345 15"
            })
    void plainNumbersKeepTheirDigits(String text, long unscaled, int scale) {
        long number = number(text);

        assertThat(PlainNumber.unscaled(number)).isEqualTo(unscaled);
        assertThat(PlainNumber.scale(number)).isEqualTo(scale);
        assertThat(PlainNumber.text(number)).isEqualTo(text);
        assertThat(PlainNumber.is(number, text.contains(","))).isTrue();
        assertThat(PlainNumber.is(number, !text.contains(","))).isEqualTo(scale == 0);
        assertThat(new BigDecimal(text.replace(',', '.'))).isEqualTo(BigDecimal.valueOf(unscaled, scale));
    }

    /** With and without numbers, and with texts that also stand before and behind the rows. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void findsTheFirstRowOfEachCell(int seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int different = random.nextInt(1, 12);
            boolean hasNumbers = random.nextInt(3) == 0;
            List<String> texts = new ArrayList<>();
            for (int row = random.nextInt(1, 40); row > 0; row--) {
                int number = random.nextInt(different);
                texts.add(hasNumbers && random.nextBoolean() ? "" + number : number == 0 ? "" : "t" + number);
            }
            int first = random.nextInt(texts.size());
            int last = random.nextInt(first, texts.size());
            Set<String> seen = new HashSet<>();

            assertThat(cells(texts).firstRows(first, last))
                    .as("%s from %s to %s", texts, first, last)
                    .containsExactly(IntStream.rangeClosed(first, last)
                            .filter(row -> seen.add(texts.get(row)))
                            .toArray());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                "-0",
                "-0.0",
                "01",
                "-01",
                "00",
                ".5",
                "5.",
                "1.2.3",
                "1,2.3",
                "+1",
                "1e3",
                "1 0",
                "２",
                "123456789012345678",
                "1.1234567890123456",
                "0x1"
            })
    void otherTextsAreNone(String text) {
        assertThat(number(text)).isEqualTo(PlainNumber.NONE);
    }

    /** Every text comes back as it was, and two cells are the same if their texts are, whatever the builders that had them. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void cellsKeepTheirTexts(int seed) {
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        List<Cells.Builder> builders = new ArrayList<>();
        List<Integer> heights = new ArrayList<>();
        for (int part = 0; part < 4; part++) {
            Cells.Builder builder = new Cells.Builder();
            int height = random.nextInt(600);
            for (int row = 0; row < height; row++) {
                StringBuilder text = new StringBuilder();
                for (int length = random.nextInt(12); length > 0; length--) {
                    text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
                }
                String seen = Grid.visible(text.toString());
                builder.add(text.toString());
                texts.add(seen);
            }
            builder.fill(height + 1);
            texts.add("");
            builders.add(builder);
            heights.add(height + 1);
        }

        Cells cells = Cells.joined(builders, ImmutableIntArray.copyOf(heights));

        for (int row = 0; row < texts.size(); row++) {
            assertThat(cells.text(row)).isEqualTo(texts.get(row));
            int other = random.nextInt(texts.size());
            assertThat(cells.at(row) == cells.at(other))
                    .isEqualTo(texts.get(row).equals(texts.get(other)));
            assertThat(cells.at(row) == Cells.EMPTY).isEqualTo(texts.get(row).isEmpty());
        }
    }

    @Test
    void hiddenCharactersMakeNoOtherCell() {
        Cells cells = cells(List.of("平湖", "平\u200b湖", "12", "\u200b12", "\u200b", ""));

        assertThat(cells.text(1)).isEqualTo("平湖");
        assertThat(cells.at(1)).isEqualTo(cells.at(0));
        assertThat(cells.at(3)).isEqualTo(cells.at(2));
        assertThat(cells.at(4)).isEqualTo(Cells.EMPTY);
    }
}
