package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompareReportsCommandTest {
    @TempDir
    private Path folder;

    private String town;
    private String county;

    @BeforeEach
    void writeTwoReports() throws IOException {
        town = file("town.txt", """
                青石镇2024年工作总结
                一、2024年工作总结
                地区生产总值42.6亿元，同比增长6.1%。一般公共预算收入1.86亿元，完成年初预算的103.3%，总量居全区第三。新建绿道3公里。
                二、2025年工作计划
                地区生产总值增长6%左右。
                """);
        county = file("county.txt", """
                白沙县2023年国民经济和社会发展统计公报
                一、综合
                地区生产总值近360亿元，下降1.2%。规上工业增加值增长7.2%。
                """);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8)
                .toString();
    }

    @Test
    void oneIndicatorOfTwoReportsIsSideBySide() {
        MainRun run = MainRun.of("compare-reports", town, county);

        assertThat(run.status()).isZero();
        assertThat(run.out())
                .contains("1 indicators in 2 reports")
                .contains("Gross regional product  42.6亿元 (+6.1%)  近360亿元 (-1.2%)")
                .contains("[1] town.txt", "[2] county.txt", "character 31: 42.6亿元")
                .doesNotContain("General public budget revenue");
    }

    @Test
    void markdownHasChineseNamesAndRanksAsPrinted() {
        MainRun run = MainRun.of("compare-reports", town, county, "--all", "--lang", "zh", "--format", "markdown");

        assertThat(run.out())
                .contains("| 地区生产总值 | 42.6亿元（+6.1%） | 近360亿元（-1.2%） |")
                .contains("| [1] town.txt | 2024 | 1.86亿元 |  | 完成计划 103.3%、第三 |")
                .contains("| [2] county.txt | 2023 | （报告未列数） | +7.2% |")
                .doesNotContain("增速");
    }

    @Test
    void csvHasARecordForEachIndicatorAndReport() {
        List<String> lines = MainRun.of("compare-reports", town, county, "--format", "csv")
                .out()
                .lines()
                .toList();

        assertThat(lines)
                .containsExactly(
                        "indicator,name,unit,report,title,period,printed,value,change,completion,rank,section,start,quote",
                        "accounts.grp,Gross regional product,CNY,town.txt,青石镇2024年工作总结,2024,42.6亿元,4260000000,0.061,,,一、,31,42.6亿元",
                        "accounts.grp,Gross regional product,CNY,county.txt,白沙县2023年国民经济和社会发展统计公报,2023,近360亿元,36000000000,-0.012,,,一、,34,近360亿元");
    }

    @Test
    void jsonHasTheSameRecords() throws IOException {
        JsonNode records = new ObjectMapper()
                .readTree(MainRun.of("compare-reports", town, county, "--format", "json")
                        .out());
        List<String> periods = new ArrayList<>();
        records.forEach(record -> periods.add(record.path("report").asText() + " "
                + record.path("period").asText() + " " + record.path("printed").asText()));

        assertThat(periods).containsExactly("town.txt 2024 42.6亿元", "county.txt 2023 近360亿元");
    }

    @Test
    void aReportWithoutAYearIsAskedForBehindItsFile() throws IOException {
        String open = file("open.txt", "全镇地区生产总值12亿元。\n");

        MainRun refused = MainRun.of("compare-reports", town, open);
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.err()).contains("open.txt").contains("open.txt@2024");
        assertThat(MainRun.of("compare-reports", town, open + "@2022").out()).contains("open.txt", "2022", "12亿元");
    }

    @Test
    void reportsWithNothingInCommonSaySo() throws IOException {
        String other = file("other.txt", "2024年工作总结\n新建公园3个。\n");

        assertThat(MainRun.of("compare-reports", county, other).out()).contains("No common indicator is in two");
    }
}
