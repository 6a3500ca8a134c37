package org.grassrootskpi.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.rollup.RowProblem.Reason;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;

class RowCheckTest {
    private static final TableSchema SCHEMA = TableSchema.builder()
            .addDimensions("sex")
            .total("sex", "Total")
            .addFloatingPoint("people")
            .build();

    private final RowCheck check = RowCheck.of(RollupFixture.TABLE.catalog(), SCHEMA);

    @Test
    void findsNothingInRowsThatATableTakes() {
        check.indicator("spent", 5);
        check.region("a1", RegionLevel.COMMUNITY, 5);
        check.region("x", 5);
        check.period("2024-07", 5);
        check.status("A", 5, 0);
        check.status("O", 0, 5);
        check.decimals("spent", 2, 5);
        check.decimals("people", 9, 5);
        check.decimals("unknown", 9, 5);
        check.member("sex", "Total", 5);
        check.member("sex", "men", 5);
        check.member("sex", "men", 5);
        check.key("spent a1 2024-07", 1);

        assertThat(check.problems()).isEmpty();
    }

    @Test
    void saysWhatATableWouldHaveRefused() {
        check.indicator("spend", 1);
        check.region("a11", 2);
        check.region("zzz", RegionLevel.COMMUNITY, 3);
        check.region("a", RegionLevel.COMMUNITY, 4);
        check.period("2024-13", 5);
        check.status("P", 9, 6);
        check.status("L", 7, 9);
        check.status("X", 4, 4);
        check.decimals("spent", 3, 9);
        check.member("sex", "\u03A4otal", 10);
        check.member("sex", "me\u200Bn", 11);
        check.key("spent a1 2024-07", 12);

        assertThat(check.problems())
                .extracting(RowProblem::reason, RowProblem::rows)
                .containsExactly(
                        tuple(Reason.UNKNOWN_INDICATOR, 1L),
                        tuple(Reason.UNKNOWN_REGION, 2L),
                        tuple(Reason.UNKNOWN_REGION, 3L),
                        tuple(Reason.WRONG_LEVEL, 4L),
                        tuple(Reason.BAD_PERIOD, 5L),
                        tuple(Reason.NO_VALUE, 6L),
                        tuple(Reason.CONTRADICTION, 7L),
                        tuple(Reason.BAD_STATUS, 8L),
                        tuple(Reason.TOO_MANY_DECIMALS, 9L),
                        tuple(Reason.LOOK_ALIKE, 10L),
                        tuple(Reason.HIDDEN_CHARACTER, 11L),
                        tuple(Reason.DUPLICATE, 12L));
        assertThat(check.problems().get(3))
                .hasToString("Expected the level TOWNSHIP with region 'a', got COMMUNITY, 4 rows");
        assertThat(check.problems().get(8))
                .hasToString(
                        "Expected at most 2 decimals in CNY for indicator 'spent', got 3; round the values where they"
                                + " are made, or declare more, 9 rows");
    }

    @Test
    void refusesADimensionThatTheSchemaDoesNotHave() {
        assertThatThrownBy(() -> check.member("age", "men", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected one of the dimensions [sex], got 'age'");
    }

    @Test
    void aSourceThatDoesNotCheckItsRowsSaysSo() {
        RollupSource source = new RollupSource() {
            @Override
            public RollupResult read(Rollup rollup) {
                throw new AssertionError();
            }

            @Override
            public String toString() {
                return "the ledger";
            }
        };

        assertThatThrownBy(source::verify)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("the ledger does not check its rows; make sure in the store that each is valid");
    }
}
