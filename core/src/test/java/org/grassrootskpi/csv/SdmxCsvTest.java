package org.grassrootskpi.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdmxCsvTest {
    @TempDir
    Path folder;

    private static TableFixture fixture() {
        return new TableFixture()
                .sector("s", "")
                .region("t", RegionLevel.TOWNSHIP, "")
                .indicator("spent", IndicatorKind.FLOW, "CNY", 2)
                .indicator("visits", IndicatorKind.FLOW, "count:次", 0);
    }

    @Test
    void writesTheCodesOfSdmx() throws IOException {
        Path file = folder.resolve("kpi.csv");

        SdmxCsv.write(
                fixture()
                        .row("spent", "t", "2024-H1", "-12.5")
                        .row("spent", "t", "2024-Q3", "100")
                        .figure("visits", "t", "2024-07", "超600次")
                        .missing("visits", "t", "2024-08", ObservationStatus.SUPPRESSED)
                        .row("visits", "t", "2024-YTD09", "7000")
                        .table(),
                "GOV:KPI(1.0)",
                file);

        assertThat(Files.readString(file).lines())
                .containsExactly(
                        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,QUALIFIER",
                        "dataflow,GOV:KPI(1.0),R,S,t,spent,2024-S1,-12.50,A,CNY,",
                        "dataflow,GOV:KPI(1.0),R,Q,t,spent,2024-Q3,100.00,A,CNY,",
                        "dataflow,GOV:KPI(1.0),R,M,t,visits,2024-07,600,A,count:次,ABOVE",
                        "dataflow,GOV:KPI(1.0),R,M,t,visits,2024-08,,Q,count:次,",
                        "dataflow,GOV:KPI(1.0),R,M,t,visits,2024-01-01/P9M,7000,A,count:次,");
    }

    @Test
    void writesExtraDimensionsAsDimensions() throws IOException {
        StringBuilder text = new StringBuilder();

        SdmxCsv.write(
                fixture()
                        .row("visits", "t", "2024", "3", "men, young")
                        .table(TableSchema.builder().addDimensions("sex").build()),
                "GOV:KPI(1.0)",
                text);

        assertThat(text.toString().lines())
                .containsExactly(
                        "STRUCTURE,STRUCTURE_ID,ACTION,FREQ,REF_AREA,INDICATOR,SEX,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,QUALIFIER",
                        "dataflow,GOV:KPI(1.0),R,A,t,visits,\"men, young\",2024,3,A,count:次,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KPI", "GOV:KPI", "GOV:KPI(x)", "GOV KPI(1.0)"})
    void refusesOtherFormsOfADataflow(String dataflow) {
        assertThatThrownBy(() -> SdmxCsv.write(fixture().table(), dataflow, new StringBuilder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected a dataflow of the form AGENCY:ID(VERSION), such as GOV:KPI(1.0), got '" + dataflow
                        + "'");
    }

    @Test
    void refusesADimensionThatIsAColumnOfEveryFile() {
        assertThatThrownBy(() -> SdmxCsv.write(
                        fixture()
                                .table(TableSchema.builder()
                                        .addDimensions("freq")
                                        .build()),
                        "GOV:KPI(1.0)",
                        new StringBuilder()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected dimensions that are no column of every SDMX-CSV file, got 'FREQ'; rename it");
    }
}
