package org.grassrootskpi.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowTextTest {
    private static String written(RowText text) throws IOException {
        StringBuilder builder = new StringBuilder();
        StringWriter writer = new StringWriter();
        CharBuffer buffer = CharBuffer.allocate(text.length());
        text.writeTo(builder);
        text.writeTo(writer);
        text.writeTo(buffer);
        assertThat(writer).hasToString(builder.toString());
        assertThat(buffer.flip().toString()).isEqualTo(builder.toString());
        return builder.toString();
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0,
                1,
                -1,
                9,
                10,
                -10,
                99,
                100,
                123_400,
                -123_400,
                999_999_999_999_999_999L,
                1_000_000_000_000_000_000L,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                Long.MIN_VALUE + 1
            })
    void writesNumbersAsPlainDecimals(long unscaled) throws IOException {
        for (int scale : new int[] {0, 1, 2, 3, 9, 18, 19, 25}) {
            BigDecimal number = BigDecimal.valueOf(unscaled, scale);
            assertThat(written(new RowText().add(unscaled, scale))).isEqualTo(number.toPlainString());
            assertThat(written(new RowText().addCanonical(unscaled, scale)))
                    .isEqualTo(CanonicalDecimal.of(number).toPlainString());
        }
    }

    @Test
    void writesManyPiecesInOrder() throws IOException {
        RowText text = new RowText();
        StringBuilder expected = new StringBuilder();
        Random random = new Random(20);
        for (int i = 0; i < 20_000; i++) {
            long number = random.nextLong() >> random.nextInt(64);
            int scale = random.nextInt(5);
            text.add(number, scale).add(',').add("字").add(new char[] {'x', ';'});
            expected.append(BigDecimal.valueOf(number, scale).toPlainString()).append(",字x;");
        }

        assertThat(written(text)).isEqualTo(expected.toString());
        text.dropLast();
        assertThat(written(text)).isEqualTo(expected.substring(0, expected.length() - 1));
        text.clear();
        assertThat(written(text)).isEmpty();
    }

    @Test
    void growsByWhateverIsAdded() throws IOException {
        String full = "x".repeat(16_380);

        assertThat(written(new RowText().add(full).add("yyyyyy"))).isEqualTo(full + "yyyyyy");
        assertThat(written(new RowText().add(full).add("yyyyyy".toCharArray()))).isEqualTo(full + "yyyyyy");
        assertThat(written(new RowText().add(full).add(-1234567, 2))).isEqualTo(full + "-12345.67");
        assertThat(written(new RowText().add(full + "abcd").add('y'))).isEqualTo(full + "abcdy");
        assertThat(written(new RowText().add("a").add("y".repeat(40_000)))).isEqualTo("a" + "y".repeat(40_000));
        assertThat(written(new RowText().add('a').add(5, 40_000))).isEqualTo("a0." + "0".repeat(39_999) + "5");
    }
}
