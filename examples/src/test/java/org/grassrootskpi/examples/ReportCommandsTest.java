package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.DeclaredUnit;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReportCommandsTest {
    private static final String REPORT = "一、2024年工作总结\n全年完成工业投资96.3亿元，同比增长21.5%；拆除违建近12万平方米。\n";

    @TempDir
    private Path folder;

    private record Run(int status, String out, String err) {}

    private static Run run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Run(status, out.toString(), err.toString());
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("report.txt"), bytes);
    }

    @Test
    void jsonLinesTellOneFigureEach() throws IOException {
        Path report = file(REPORT.getBytes(StandardCharsets.UTF_8));
        Run run = run("read-report", report.toString(), "--format", "jsonl");
        assertThat(run.status()).isZero();
        String second = run.out().lines().toList().get(1);
        assertThat(new ObjectMapper().readTree(second)).isEqualTo(new ObjectMapper().readTree("""
                {"start": 31, "surface": "21.5%", "value": "0.215", "unit": "ratio", "qualifier": "exact",
                 "comparison": "yoy_increase", "role": "change", "standing": "done", "against": "previous-year",
                 "section": "一、", "subject": "工业投资", "period": "2024", "doubt": [], "scope": null,
                 "range_end": null}"""));
        assertThat(run.out().lines()).hasSize(3);
    }

    @Test
    void textMarksTheFiguresInTheirClauses() throws IOException {
        Run run =
                run("read-report", file(REPORT.getBytes(StandardCharsets.UTF_8)).toString());
        assertThat(run.out()).contains("全年完成工业投资【96.3亿元】").contains("工业投资 = 9630000000 CNY, exact, level, 2024, @20");
    }

    @Test
    void figuresAreReadInTheUnitsThatACatalogueDeclares() throws IOException {
        Path report = file("全年志愿服务1.2万工时。".getBytes(StandardCharsets.UTF_8));
        Path catalog = Files.createDirectory(folder.resolve("catalog"));
        Files.writeString(
                catalog.resolve("units.json"),
                CatalogJson.toJson(Catalog.builder()
                        .addUnits(DeclaredUnit.builder()
                                .code("work-hour")
                                .name(LocalizedText.of("工时", "work hour"))
                                .build())
                        .build()));

        Run with = run("read-report", report.toString(), "--format", "csv", "--catalog", catalog.toString());
        Run without = run("read-report", report.toString(), "--format", "csv");

        assertThat(with.out()).contains(",1.2万工时,12000,work-hour,");
        assertThat(without.out()).doesNotContain("work-hour");
    }

    @Test
    void csvHasAHeaderAndARecordForEachFigure() throws IOException {
        Run run =
                run("read-report", file(REPORT.getBytes(StandardCharsets.UTF_8)).toString(), "--format", "csv");
        assertThat(run.out().lines()).hasSize(4);
        assertThat(run.out()).startsWith("start,surface,value,unit,qualifier,comparison");
    }

    @Test
    void gb18030IsRecognised() throws IOException {
        Run plain =
                run("read-report", file(REPORT.getBytes(StandardCharsets.UTF_8)).toString());
        Run gb = run(
                "read-report", file(REPORT.getBytes(Charset.forName("GB18030"))).toString());
        assertThat(gb).isEqualTo(plain);
    }

    @Test
    void otherFilesAreRefusedWithTheFirstBadByte() throws IOException {
        Run run =
                run("read-report", file(new byte[] {'a', 'b', (byte) 0xFF, 'c'}).toString());
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("byte 2").contains("UTF-8 or GB18030");
    }

    private Run draft(String report, String... options) throws IOException {
        List<String> args = new ArrayList<>(List.of(
                "draft-catalog", file(report.getBytes(StandardCharsets.UTF_8)).toString()));
        args.addAll(List.of("--out", folder.resolve("draft").toString()));
        args.addAll(List.of(options));
        return run(args.toArray(String[]::new));
    }

    @Test
    void aDraftIsAFolderThatLoads() throws IOException {
        Run run = draft(REPORT, "--region", "440307003");

        assertThat(run)
                .isEqualTo(new Run(
                        0, """
                        region 440307003 广东省/深圳市/龙岗区/平湖街道
                        period 2024
                        3 figures in the report
                        3 bound to known indicators, and 0 names without a figure
                        0 drafted for 0 proposed indicators
                        0 of them are targets of a plan
                        0 for you to place (0 because what they mean is not sure), and 0 that cannot be read whole, see %s
                        4 guesses for you to check, see %s
                        """.formatted(folder.resolve("draft/unsure.tsv"), folder.resolve("draft/guessed.tsv")), ""));
        assertThat(CatalogJson.readFolder(folder.resolve("draft")).observations("industry.investment.industrial"))
                .singleElement()
                .satisfies(observation -> {
                    assertThat(observation.region()).isEqualTo("440307003");
                    assertThat(observation.figure().orElseThrow()).hasToString("96.3亿元");
                    assertThat(observation.yearOnYear()).isPresent();
                });
        assertThat(folder.resolve("draft/unsure.tsv")).exists();
    }

    @Test
    void aFigureThatIsNotSurelyUnderstoodIsListedAndNotDrafted() throws IOException {
        Run run = draft("""
                青石镇2024年工作总结
                一、2024年工作总结
                全镇有医疗卫生机构96个，其中医院5个，床位1300张。近年来，修建机耕路12公里。
                """, "--region", "open");

        assertThat(run)
                .isEqualTo(new Run(
                        0, """
                        region draft 待补
                        period 2024
                        4 figures in the report
                        2 bound to known indicators, and 0 names without a figure
                        0 drafted for 0 proposed indicators
                        0 of them are targets of a plan
                        2 for you to place (2 because what they mean is not sure), and 0 that cannot be read whole, see %s
                        4 guesses for you to check, see %s
                        """.formatted(folder.resolve("draft/unsure.tsv"), folder.resolve("draft/guessed.tsv")), ""));
        assertThat(folder.resolve("draft/unsure.tsv"))
                .content(StandardCharsets.UTF_8)
                .isEqualTo("""
                start\tquote\tsubject\tindicators\treason\tdetail
                47\t1300张\t医院床位\tlivelihood.health.beds\twhat it means is not sure\tits subject is that of another clause
                62\t12公里\t修建机耕路\t\twhat it means is not sure\twhen its time begins is not said
                """);
    }

    @Test
    void theRegionThatTheTitleNamesIsTakenAndSaid() throws IOException {
        Run run = draft("深圳市龙岗区平湖街道2024年工作总结\n" + REPORT);

        assertThat(run.out()).startsWith("region 440307003 广东省/深圳市/龙岗区/平湖街道, named in the report\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|no line above the first heading begins with the name of a place",
                "下载|no line above the first heading begins with the name of a place",
                "平湖街道2024年工作总结|220112002 吉林省/长春市/双阳区/平湖街道",
            })
    void aReportThatNamesNoRegionOrSeveralIsRefusedWithTheWayOut(String title, String found) throws IOException {
        Run run = draft(title + "\n" + REPORT);

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .startsWith("draft-catalog: Whose report is it? ")
                .contains(found, "--region CODE", "--region open");
        assertThat(folder.resolve("draft")).doesNotExist();
    }

    @Test
    void anOpenRegionIsSaidToBeOpen() throws IOException {
        assertThat(draft(REPORT, "--region", "open").out()).startsWith("region draft 待补\n");
        assertThat(CatalogJson.readFolder(folder.resolve("draft")).regions())
                .extracting(Region::code)
                .containsExactly("draft");
    }

    @ParameterizedTest
    @ValueSource(strings = {"一、工作总结\n全年完成工业投资96.3亿元。\n", "南山县2024年政府工作报告\n全年完成工业投资96.3亿元。\n"})
    void aReportWithoutAYearIsRefusedWithTheWayOut(String report) throws IOException {
        Run run = draft(report, "--region", "440307003");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines()).singleElement().asString().contains("--period 2024", "nothing was written");
        assertThat(folder.resolve("draft")).doesNotExist();

        assertThat(draft(report, "--region", "440307003", "--period", "2023").out())
                .contains("period 2023\n");
    }

    @Test
    void aFolderThatHoldsAnythingIsLeftAsItIs() throws IOException {
        Files.createDirectory(folder.resolve("draft"));
        Files.writeString(folder.resolve("draft/2-indicators.json"), "{}");

        Run run = draft(REPORT, "--region", "440307003");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).contains("is not empty: expected a new or an empty folder, nothing was written");
        assertThat(folder.resolve("draft/2-indicators.json")).hasContent("{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read-report", "draft-catalog --out x --region open"})
    void aFileThatIsNotThereIsMoreThanItsName(String command) {
        List<String> args = new ArrayList<>(List.of(command.split(" ")));
        args.add(folder.resolve("nofile.txt").toString());

        Run run = run(args.toArray(String[]::new));

        assertThat(run)
                .isEqualTo(new Run(
                        1,
                        "",
                        args.get(0) + ": " + folder.resolve("nofile.txt")
                                + " is not there: expected the path of a file\n"));
    }
}
