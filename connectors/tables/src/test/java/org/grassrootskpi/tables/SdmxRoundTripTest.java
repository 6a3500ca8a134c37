package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grassrootskpi.csv.SdmxCsv;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.time.Frequency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SDMX-CSV says of a figure beside its number. */
class SdmxRoundTripTest {
    @TempDir
    Path folder;

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static String answers(ImportedTable table) {
        return table.engine()
                .execute(Query.select(table.catalog().indicators().get(0).id())
                        .groupBy(Dimension.region(RegionLevel.TOWNSHIP), Dimension.period(Frequency.MONTHLY)))
                .toString();
    }

    @Test
    void readsBackTheQualifiersThatItWrote() throws IOException {
        ImportedTable written = TableImport.of(file("hotline.csv", """
                街道,年份,月份,受理量（宗）
                平湖街道,2024,1,1234
                平湖街道,2024,2,超600宗
                平湖街道,2024,3,近700宗
                平湖街道,2024,4,约800宗
                坂田街道,2024,1,不低于900宗
                坂田街道,2024,2,不超过950宗
                坂田街道,2024,3,…
                """)).read();
        Path sdmx = folder.resolve("sdmx.csv");
        SdmxCsv.write(written.table(), "GOV:KPI(1.0)", sdmx);

        ImportedTable read = TableImport.of(sdmx).against(written.catalog()).read();

        assertThat(Files.readString(sdmx, StandardCharsets.UTF_8))
                .contains(",ABOVE\r\n")
                .contains(",AT_MOST\r\n");
        assertThat(answers(read)).isEqualTo(answers(written)).contains(">600").contains("<700");
    }

    @Test
    void refusesAQualifierThatIsNone() throws IOException {
        Path file = file("sdmx.csv", """
                STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,QUALIFIER
                dataflow,A:B(1.0),R,A,AT,X,2024,600,A,count:件,NEARLY
                """);

        assertThatThrownBy(() -> TableImport.of(file).read())
                .hasMessageContaining("Expected BELOW, ABOVE, ABOUT, AT_LEAST or AT_MOST, got 'NEARLY'");
    }
}
