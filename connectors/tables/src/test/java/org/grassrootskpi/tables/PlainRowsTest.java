package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationTableBuilder;
import org.grassrootskpi.table.RowAppender;
import org.grassrootskpi.time.TimePeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of so many rows that some are added while others are read. */
class PlainRowsTest {
    private static final int ROWS = 50_000;
    private static final int YEARS = 50;

    @TempDir
    Path folder;

    private static String member(int row) {
        return row % 3 == 0 ? "F" : row % 3 == 1 ? "M" : "X" + row % 7;
    }

    private static boolean isMissing(int row) {
        return row % 11 == 0 && row > ROWS / 2;
    }

    private Path file(String more) throws IOException {
        StringBuilder text = new StringBuilder("indicator,region,period,sex,value\n");
        for (int row = 0; row < ROWS; row++) {
            text.append(row % 2 == 0 ? "a" : "b")
                    .append(",R")
                    .append(row / YEARS)
                    .append(',')
                    .append(1970 + row % YEARS)
                    .append(',')
                    .append(member(row))
                    .append(',')
                    .append(isMissing(row) ? ":" : row + ".5")
                    .append('\n');
        }
        return Files.writeString(folder.resolve("a.csv"), text + more);
    }

    @Test
    void rowsOfNumbersAndOthersAreAllThere() throws IOException {
        ImportedTable imported = TableImport.of(file("")).read();

        RegionNumbering regions = imported.table().regions();
        ObservationTableBuilder builder =
                ObservationTable.builder(imported.catalog(), imported.table().schema());
        RowAppender rows = builder.appender();
        for (int row = 0; row < ROWS; row++) {
            rows.row(
                            imported.catalog().indicators().indexOf(imported.indicator(row % 2 == 0 ? "a" : "b")),
                            regions.numberOf("R" + row / YEARS),
                            TimePeriod.ofYear(1970 + row % YEARS).toCode())
                    .combination(rows.combinationOf(List.of(member(row))));
            if (isMissing(row)) {
                rows.status(ObservationStatus.MISSING).addMissing();
            } else {
                rows.addUnscaled(10L * row + 5);
            }
        }
        assertThat(imported.table()).isEqualTo(builder.build());
    }

    @Test
    void aSecondValueOfOneKeyHasBothLines() throws IOException {
        Path file = file("a,R0,1970,F,7\n");

        assertThatThrownBy(() -> TableImport.of(file).read())
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith(
                        "a.csv:50002: Expected one value of each indicator, region and period, got a second one of ")
                .hasMessageContaining(", after line 2;");
    }
}
