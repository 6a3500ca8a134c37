package org.grassrootskpi.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.ObservationStatus;
import org.junit.jupiter.api.Test;

/** What an append keeps and shares of the table that it starts from. */
class ObservationTableAppendTest {
    @Test
    void appendSharesTheBlocksThatGetNoRow() {
        ObservationTable table = ObservationTableTest.village()
                .row("visits", "a", "2024-01", "1")
                .row("money", "a", "2024-01", "2")
                .table();

        ObservationTable longer =
                table.append(List.of(ObservationTableTest.observation("visits", "a", "2024-02", "5家次")));

        assertThat(longer.rows()).isEqualTo(3);
        assertThat(table.rows()).isEqualTo(2);
        assertThat(longer.blocks("money").get(0)).isSameAs(table.blocks("money").get(0));
        assertThat(longer)
                .isEqualTo(ObservationTableTest.village()
                        .row("visits", "a", "2024-01", "1")
                        .row("visits", "a", "2024-02", "5")
                        .row("money", "a", "2024-01", "2")
                        .table());
    }

    @Test
    void appendKeepsWhatIsSaidOfTheOldRows() {
        TableFixture village = ObservationTableTest.village()
                .figure("money", "a", "2024-01", "近300亿元")
                .missing("money", "a", "2024-02", ObservationStatus.SUPPRESSED)
                .figure("money", "b", "2024-01", "509.45亿元");

        ObservationTable longer =
                village.table().append(List.of(ObservationTableTest.observation("money", "a", "2024-03", "1.00 CNY")));

        assertThat(longer)
                .isEqualTo(village.figure("money", "a", "2024-03", "1.00 CNY").table());
    }
}
