package org.grassrootskpi.columns;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.grassrootskpi.quantity.Precision;
import org.grassrootskpi.quantity.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrecisionColumnTest {
    private static final Precision NEARLY = Precision.from(Quantity.parse("近300亿元"));
    private static final Precision ABOUT = Precision.from(Quantity.parse("约20亿元"));
    private static final Precision OVER = Precision.from(Quantity.parse("超5亿元"));

    private static PrecisionColumn column(ImmutableList<Precision> dictionary, int... codes) {
        return requireNonNull(PrecisionColumn.of(codes, dictionary));
    }

    @Test
    void isNumberedInTheOrderOfTheRows() {
        PrecisionColumn column = column(ImmutableList.of(NEARLY, ABOUT, OVER), 0, 3, 1, 3, 0);

        assertThat(column.dictionary()).containsExactly(OVER, NEARLY);
        assertThat(IntStream.range(0, 5).map(column::code)).containsExactly(0, 1, 2, 1, 0);
        assertThat(IntStream.range(0, 5).mapToObj(column::stated)).containsExactly(null, OVER, NEARLY, OVER, null);
        assertThat(column.bytes()).isEqualTo(5);
    }

    @Test
    void isNoneWhereNothingWasSaid() {
        assertThat(PrecisionColumn.of(new int[3], ImmutableList.of(NEARLY))).isNull();
    }

    @ParameterizedTest
    @CsvSource({"200, 1", "255, 1", "256, 4", "300, 4"})
    void takesAByteARowForUpTo255Precisions(int precisions, int bytes) {
        ImmutableList<Precision> many = IntStream.range(0, precisions)
                .mapToObj(i -> new Precision(
                        ABOUT.qualifier(), BigDecimal.valueOf(i + 1), ABOUT.below(), true, ABOUT.above(), true))
                .collect(ImmutableList.toImmutableList());
        int[] codes = IntStream.rangeClosed(0, precisions).toArray();
        PrecisionColumn column = column(many, codes);

        assertThat(column.bytes()).isEqualTo((precisions + 1L) * bytes);
        assertThat(IntStream.rangeClosed(0, precisions).map(column::code).toArray())
                .containsExactly(codes);
        assertThat(column.stated(precisions)).isEqualTo(many.get(precisions - 1));
        assertThat(column).isEqualTo(column(many, codes)).hasSameHashCodeAs(column(many, codes));
        codes[1] = 0;
        assertThat(column).isNotEqualTo(column(many, codes));
    }

    @Test
    void columnsOfTheSamePrecisionsAreEqualWhateverTheirNumbersWere() {
        PrecisionColumn column = column(ImmutableList.of(NEARLY, ABOUT), 0, 1, 2);

        assertThat(column)
                .isEqualTo(column(ImmutableList.of(ABOUT, NEARLY), 0, 2, 1))
                .hasSameHashCodeAs(column(ImmutableList.of(ABOUT, NEARLY), 0, 2, 1))
                .isNotEqualTo(column(ImmutableList.of(NEARLY, ABOUT), 1, 1, 2))
                .isNotEqualTo(column(ImmutableList.of(NEARLY, OVER), 0, 1, 2))
                .isNotEqualTo("column");
        assertThat(column.hashCode())
                .isNotEqualTo(column(ImmutableList.of(NEARLY, OVER), 0, 1, 2).hashCode());
    }
}
