package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A quote that was left open and ended by another one makes one cell of the rows between. */
class QuotedRowsTest {
    @TempDir
    Path folder;

    private TableImport table(String text) throws IOException {
        return TableImport.of(Files.writeString(folder.resolve("a.csv"), text));
    }

    @Test
    void areTheFirstReasonWhyATableIsRefused() throws IOException {
        TableImport visits = table("""
                indicator,region,period,value
                kpi,R1,2024,1
                kpi,R2,2024,"12
                kpi,R3,2024,13
                kpi,R4,2024,14"
                kpi,R5,2024,many
                kpi,R6,2024,6
                kpi,R7,2024,7
                """);

        assertThatThrownBy(visits::read)
                .isInstanceOf(ImportException.class)
                .hasMessage(
                        "a.csv:3, column 4: Expected the cell in quotes to end before the next row, got 3 lines that look like"
                                + " rows; if the quote that opens it has lost its second one, close it or leave it out\n"
                                + "a.csv:6, column 4: Expected a number, got 'many'; if it stands for a missing value, name it"
                                + " under \"missing\"");
    }

    /** Of a short table the cell with the rows leaves no column of values. */
    @Test
    void areTheFirstReasonWhyNoColumnHasValues() throws IOException {
        TableImport visits = table(
                "indicator,region,period,value\nkpi,R1,2024,\"1\nkpi,R2,2024,2\nkpi,R3,2024,3\"\nkpi,R4,2024,4\n");

        assertThatThrownBy(visits::read)
                .isInstanceOf(ImportException.class)
                .hasMessage(
                        "a.csv:2, column 4: Expected the cell in quotes to end before the next row, got 3 lines that look like"
                                + " rows; if the quote that opens it has lost its second one, close it or leave it out\n"
                                + "a.csv: Expected a column of values, got none; give one the role VALUE in a mapping");
    }

    /** In each of these rows were lost without a word. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "region,2023,2024\na,\"12,5\nb,13,6\nc,14\",7\n",
                "指标,2024\n\"总产值,5\n其中：第一产业,2\n第二产业,3\"\n建筑业,2\n",
                "region,period,value,note\na,2022,\"1,see\nb,2022,2,\nc,2022,3\",below\nd,2022,4,\n",
                "region,period,value,note\na,2022,1,\"see\nb,2022,2,\nc,2022,3,below\"\nd,2022,4,\n"
            })
    void areAskedAboutWhereTheTableCanBeRead(String text) throws IOException {
        String place = text.startsWith("指标")
                ? "column 1"
                : text.contains("\"see") ? "column 4" : text.contains("\"1,") ? "column 3" : "column 2";
        ImportedTable table = table(text).lenient().read();

        assertThat(table.questions())
                .contains("quotes: the cell in quotes at a.csv:2, " + place
                        + " holds 3 lines that look like rows; if the quote that opens it has lost its second one, close it or"
                        + " leave it out");
    }

    @Test
    void areNoNotesOfSeveralLines() throws IOException {
        ImportedTable table = table("""
                region,period,value,note
                a,2022,1,"see
                below, and above"
                b,2022,2,"one
                two
                three, four"
                c,2022,3,none
                """).read();

        assertThat(table.questions()).noneMatch(question -> question.startsWith("quotes: "));
    }

    /** The last row alone has four cells, so that no other row is like the lines of its note. */
    @Test
    void areAsWideAsAnotherRow() throws IOException {
        String rows = "region,period,value\na,2022,1\nb,2022,2\nc,2022,3,\"x,y\nz,w,v\"\n";

        assertThat(table(rows).propose().questions()).noneMatch(question -> question.startsWith("quotes: "));
        assertThat(table(rows + "d,2022,4,n\n").propose().questions())
                .anyMatch(question ->
                        question.startsWith("quotes: the cell in quotes at a.csv:4, column 4 holds 2 lines"));
    }

    @Test
    void haveTheLineOfTheirQuote() throws IOException {
        TableImport visits = table("region,note,2024\na,\"first\n\nthird\",\"1\nb,two,2\nc,three,3\"\nd,four,4\n");

        assertThat(visits.propose().questions())
                .anyMatch(question ->
                        question.startsWith("quotes: the cell in quotes at a.csv:4, column 3 holds 3 lines"));
    }
}
