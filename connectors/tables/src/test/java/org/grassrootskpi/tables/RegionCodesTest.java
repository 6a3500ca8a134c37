package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Codes that are made up are none that the table has; its own are kept as they are. */
class RegionCodesTest {
    @TempDir
    Path folder;

    private TableImport table(String text) throws IOException {
        return TableImport.of(Files.writeString(folder.resolve("a.csv"), text));
    }

    private static List<String> regions(ImportedTable table) {
        return table.catalog().regions().stream()
                .map(region -> region.code() + " " + region.name().first())
                .toList();
    }

    @Test
    void namesTakeNoCodeOfAnotherRegion() throws IOException {
        ImportedTable table = table("""
                region,year,visits
                R2,2024,5
                平湖,2024,6
                r3,2024,3
                街道,2024,4
                R5,2024,7
                """).read();

        assertThat(regions(table)).containsExactly("all all", "R2 R2", "r4 平湖", "r3 r3", "r6 街道", "R5 R5");
    }

    @Test
    void theWholeTakesNoCodeOfARegionInIt() throws IOException {
        ImportedTable table =
                table("region,year,visits\nALL,2024,5\nb,2024,5\n").read();

        assertThat(regions(table)).contains("ALL ALL", "b b").doesNotContain("all all");
    }

    @Test
    void regionsOfOneNameWithinOthersHaveCodesOfTheirOwn() throws IOException {
        ImportedTable table = table("""
                state,county,year,visits
                A,Clay,2024,5
                B,CLAY,2024,6
                B,Clay-2,2024,7
                """).read();

        assertThat(regions(table))
                .containsExactly("all all", "A A", "Clay Clay", "B B", "CLAY-3 CLAY", "Clay-2 Clay-2");
    }

    @Test
    void twoSpellingsOfOneCodeAreRefusedWithTheirPlace() throws IOException {
        TableImport table = table("region,year,visits\na,2024,5\nb,2023,5\nB,2024,3\n");

        assertThatThrownBy(table::read)
                .isInstanceOf(ImportException.class)
                .hasMessage(
                        "a.csv:4, column 1: Expected 'b' as a row above spells it, got 'B'; spell both the same way, or name"
                                + " one under \"regionsLeftOut\"");
    }
}
