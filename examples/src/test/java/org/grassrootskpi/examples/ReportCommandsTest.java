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
import org.grassrootskpi.io.CatalogJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
                 "comparison": "yoy_increase", "role": "change", "section": "一、", "subject": "工业投资",
                 "period": "2024", "scope": null, "range_end": null}"""));
        assertThat(run.out().lines()).hasSize(3);
    }

    @Test
    void textMarksTheFiguresInTheirClauses() throws IOException {
        Run run =
                run("read-report", file(REPORT.getBytes(StandardCharsets.UTF_8)).toString());
        assertThat(run.out()).contains("全年完成工业投资【96.3亿元】").contains("工业投资 = 9630000000 CNY, exact, level, 2024, @20");
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

    @Test
    void aDraftIsAFolderThatLoads() throws IOException {
        Path out = folder.resolve("draft");
        Run run = run(
                "draft-catalog", file(REPORT.getBytes(StandardCharsets.UTF_8)).toString(), "--out", out.toString());
        assertThat(run.status()).isZero();
        assertThat(CatalogJson.readFolder(out).observations("industry.investment.industrial"))
                .singleElement()
                .satisfies(observation -> {
                    assertThat(observation.figure().orElseThrow()).hasToString("96.3亿元");
                    assertThat(observation.yearOnYear()).isPresent();
                });
        assertThat(out.resolve("unsure.tsv")).exists();
    }
}
