package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units and multiples that differ from row to row or from head to head: converted exactly, or refused with their place. */
class UnitsOfRowsTest {
    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String sum(ImportedTable table, String indicator) {
        return TableImportTest.answer(table, indicator)
                .lines()
                .skip(1)
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "亿元, 万元, 2.5, 35000, 600000000",
        "万人, 人, 1.25, 500, 13000",
        "人, 万人, 500, 1.25, 13000",
        "千人, 万人, 12.5, 1.25, 25000",
        "kg, t, 500, 1.5, 2000",
        "吨, 公斤, 1.5, 500, 2000",
        "US$ millions, USD, 1.5, 250, 1500250",
        "Thousands, Millions, 1.5, 0.001, 2500",
        "₹ crore, ₹ lakh, 1.5, 50, 20000000"
    })
    void addsUpWhatIsPrintedInSeveralUnitsOfOneBase(String one, String other, String first, String second, String sum)
            throws IOException {
        ImportedTable table = TableImport.of(file(
                        "a.csv",
                        "area,year,unit,value\nx,2023," + one + "," + first + "\ny,2023," + other + "," + second
                                + "\n"))
                .read();

        assertThat(sum(table, "a").replaceAll("[^\\d ]", "").strip()).endsWith(" " + sum);
        assertThat(table.questions())
                .contains("unit: 'unit' has several units of one indicator, such as " + one + ", " + other
                        + "; each value is converted exactly");
    }

    /** What one place gained in points says nothing of two places together. */
    @Test
    void pointsAreNotGuessedToAddUp() throws IOException {
        ImportedTable table = TableImport.of(file("a.csv", "area,year,unit,value\nx,2023,个百分点,5\ny,2023,个百分点,2\n"))
                .read();

        assertThat(table.catalog().indicators())
                .extracting(indicator -> indicator.kind().name())
                .containsExactly("RATIO");
        assertThat(table.questions()).noneMatch(question -> question.startsWith("kind:"));
    }

    @Test
    void aColumnOfUnitsIsOneWhateverItIsCalled() throws IOException {
        ImportedTable table = TableImport.of(file("a.csv", "area,year,counted in,value\nx,2023,万人,1.5\ny,2023,人,200\n"))
                .read();

        assertThat(sum(table, "a")).endsWith("15,200");
        assertThat(table.table().schema().dimensions()).isEmpty();
    }

    /** 亩 is 2000/3 square metres, which no decimal is: the values are doubles then, and not wrong. */
    @Test
    void convertsUnitsThatAreNoPowersOfTen() throws IOException {
        ImportedTable table = TableImport.of(
                        file("a.csv", "area,year,unit,value\nx,2023,公顷,1\ny,2023,亩,15\nz,2023,平方米,5\n"))
                .read();

        assertThat(sum(table, "a")).contains("20,005");
    }

    /** A month later the publisher prints another unit. */
    @Test
    void readsTheUnitOfTheRowAndNotThatOfTheMapping() throws IOException {
        TableMapping mapping = TableImport.of(file("m1.csv", "area,year,unit,value\nx,2023,亿元,1.5\ny,2023,亿元,2\n"))
                .propose();

        ImportedTable table = TableImport.of(file("m2.csv", "area,year,unit,value\nx,2023,万元,15000\ny,2023,万元,20000\n"))
                .with(mapping)
                .read();

        assertThat(sum(table, "m1")).contains("350,000,000");
    }

    @Test
    void refusesAUnitThatDoesNotConvert() throws IOException {
        TableMapping mapping = TableImport.of(file("m1.csv", "area,year,unit,value\nx,2023,亿元,1.5\n"))
                .propose();
        Path file = file("m2.csv", "area,year,unit,value\nx,2023,亿元,1\ny,2023,公顷,20000\n");

        assertThatThrownBy(() -> TableImport.of(file).with(mapping).read())
                .isInstanceOf(ImportException.class)
                .hasMessage(
                        "m2.csv:3, column 3: Expected a unit that converts to '亿元', got '公顷'; make the column that says it a"
                                + " part of the indicator (INDICATOR), or IGNORED if it is wrong");
    }

    @Test
    void refusesASecondUnitThatNobodyKnows() throws IOException {
        Path file = file("a.csv", "area,unit,year,gdp\nx,points,2023,1\ny,marks,2023,2\n");

        assertThatThrownBy(() -> TableImport.of(file).read())
                .isInstanceOf(ImportException.class)
                .hasMessage("a.csv:3, column 2: Expected the unit 'points' as in the rows before, got 'marks'");
    }

    @Test
    void refusesARowWithoutUnitAmongRowsOfSeveral() throws IOException {
        Path file = file("a.csv", "area,year,unit,value\nx,2023,亿元,1\ny,2023,,2\nz,2023,万元,3\n");

        assertThatThrownBy(() -> TableImport.of(file).read())
                .isInstanceOf(ImportException.class)
                .hasMessage(
                        "a.csv:3, column 3: Expected a unit, since other rows of the indicator are not in '亿元', got nothing");
    }

    /** A merged cell of a unit stands in the first row of many. */
    @Test
    void readsRowsWithoutUnitInTheOnlyOneOfTheirIndicator() throws IOException {
        ImportedTable table = TableImport.of(file("a.csv", "area,year,unit,value\nx,2023,万人,1\ny,2023,,2\n"))
                .read();

        assertThat(sum(table, "a")).endsWith("30,000");
    }

    @ParameterizedTest
    @CsvSource({"1, 1000, 2001", "1000, 1000000, 2001000", "1, 1, refused", "0, 3, 2001", "0.001, 1000, 2000.001"})
    void readsExponentsAndFactors(String first, String second, String sum) throws IOException {
        Path file = file("a.csv", "area,year,scale,value\nx,2023," + first + ",1\ny,2023," + second + ",2\n");
        if (sum.equals("refused")) {
            assertThatThrownBy(() -> TableImport.of(file).read())
                    .isInstanceOf(ImportException.class)
                    .hasMessageStartingWith(
                            "a.csv:2, column 3: Expected a power of ten such as 6 or millions, got '1'");
            return;
        }

        assertThat(sum(TableImport.of(file).read(), "a").replace(",", "")).endsWith(" " + sum);
    }

    @Test
    void refusesAMultipleThatIsNotThatOfTheUnit() throws IOException {
        Path file = file("a.csv", "area,year,unit,scale,value\nx,2023,US$ millions,Thousands,1\n");

        assertThatThrownBy(() -> TableImport.of(file).read())
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith(
                        "a.csv:2, column 4: Expected the multiple that the unit '百万USD' names, or none, got");
    }

    /** Thousands of tonnes are a multiple of a unit, and no multiple said twice. */
    @Test
    void multipliesUnitsThatAreLargeByThemselves() throws IOException {
        ImportedTable table = TableImport.of(file("a.csv", "area,year,unit,scale,value\nx,2023,t,Thousands,2\n"))
                .read();

        assertThat(sum(table, "a")).contains("2,000,000");
    }

    @Test
    void asksWhereANameAndAColumnSayDifferentUnits() throws IOException {
        ImportedTable table = TableImport.of(file("a.csv", "area,year,unit,产值（亿元）\nx,2023,万元,1\ny,2023,万元,2\n"))
                .read();

        assertThat(table.questions())
                .contains("unit: the name of 'indicator-1' says 亿元, the table says 万元 of it; the latter is taken");
    }
}
