package org.grassrootskpi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableSchemaTest {
    private static Arguments refused(UnaryOperator<TableSchema.Builder> schema, String message) {
        return Arguments.of(schema, message);
    }

    static Stream<Arguments> contradictions() {
        return Stream.of(
                refused(b -> b.addDimensions(" "), "Expected a name for each dimension, got a blank one"),
                refused(
                        b -> b.addDimensions("period"),
                        "Expected a name that is no column of every result, got 'period'"),
                refused(b -> b.addDimensions("age", "age"), "Expected different dimensions, got 'age' twice"),
                refused(
                        b -> b.addDimensions("age", "\uFF41ge"),
                        "Expected dimensions that look different: '\uFF41ge' looks like 'age', which is there already:"
                                + " it has U+FF41 FULLWIDTH LATIN SMALL LETTER A at position 0, where the other has"
                                + " U+0061 LATIN SMALL LETTER A; write both alike, or rename one of them"),
                refused(
                        b -> b.addDimensions("age").total("sex", "T"),
                        "Expected a dimension among [age], got 'sex'; add it by addDimensions"),
                refused(
                        b -> b.addDimensions("age").ordinary("sex", "T"),
                        "Expected a dimension among [age], got 'sex'; add it by addDimensions"),
                refused(
                        b -> b.addDimensions("age").total("age", "T").ordinary("age", "T"),
                        "Expected 'T' of 'age' as a total or as an ordinary member, got it as both"),
                refused(
                        b -> b.addDimensions("age").total("age", "T").ordinary("age", "\uFF34"),
                        "Expected members of 'age' that look different: '\uFF34' looks like 'T', which is there already:"
                                + " it has U+FF34 FULLWIDTH LATIN CAPITAL LETTER T at position 0, where the other has"
                                + " U+0054 LATIN CAPITAL LETTER T; write both alike, or rename one of them"));
    }

    @ParameterizedTest
    @MethodSource("contradictions")
    void contradictionsAreRefused(UnaryOperator<TableSchema.Builder> schema, String message) {
        assertThatIllegalStateException()
                .isThrownBy(() -> schema.apply(TableSchema.builder()).build())
                .withMessage(message);
    }

    @Test
    void totalsAndMembersThatOnlyLookLikeOneAreDeclared() {
        TableSchema schema = TableSchema.builder()
                .addDimensions("age", "sex")
                .total("age", "Total")
                .ordinary("age", "all")
                .ordinary("age", "Overall")
                .ordinary("sex", "t")
                .build();

        assertThat(schema.declaredMembers("age")).containsExactly("Total", "all", "Overall");
        assertThat(schema.declaredMembers("sex")).containsExactly("t");
        assertThat(schema.declaredMembers("source")).isEmpty();
        assertThat(schema.isSuspectedTotal("age", "Total")).isFalse();
        assertThat(schema.isSuspectedTotal("age", "all")).isFalse();
        assertThat(schema.isSuspectedTotal("age", "T")).isTrue();
        assertThat(schema.isSuspectedTotal("sex", "Total")).isTrue();
        assertThat(schema.isSuspectedTotal("sex", "t")).isFalse();
        assertThat(schema.isSuspectedTotal("sex", "f")).isFalse();
        assertThat(TableSchema.empty().dimensions()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Total", "total population", "Grand Total", "T", "ＴＯＴＡＬ", "(all)", "All ages", "Both sexes",
                        "subtotal 3",
                "合计", "合计（人）", "全市合计", "总 计", "其中:小计", "不分年龄", "全部人口", "合計", "汇总"
            })
    void someWordsLookLikeATotal(String member) {
        assertThat(TableSchema.empty().isSuspectedTotal("age", member)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "f",
                "tall",
                "Taipei",
                "allied",
                "sums",
                "overall rating",
                "汇总表",
                "总数字",
                "街道总",
                "",
                "-",
                "3totals"
            })
    void othersDoNot(String member) {
        assertThat(TableSchema.empty().isSuspectedTotal("age", member)).isFalse();
    }
}
