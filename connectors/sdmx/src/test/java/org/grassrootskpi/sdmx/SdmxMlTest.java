package org.grassrootskpi.sdmx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import sdmxdl.Codelist;
import sdmxdl.Component;
import sdmxdl.Connection;
import sdmxdl.Flow;
import sdmxdl.Languages;
import sdmxdl.Obs;
import sdmxdl.Query;
import sdmxdl.Series;
import sdmxdl.Structure;
import sdmxdl.file.FileSource;
import sdmxdl.file.SdmxFileManager;

/** What is written is read back by sdmx-dl, a client of statistical offices. */
class SdmxMlTest {
    private static final Dataflow FLOW = Dataflow.parse("GOV:KPI(1.0)");
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 27, 12, 0);

    @TempDir
    Path folder;

    private static ObservationTable table() {
        return new TableFixture()
                .sector("s", "")
                .region("44", RegionLevel.PROVINCE, "")
                .region("4403", RegionLevel.PREFECTURE, "44")
                .indicator("event.handled", IndicatorKind.FLOW, "count:件", 0)
                .indicator("spent", IndicatorKind.FLOW, "CNY", 2)
                .row("spent", "4403", "2024-H1", "-12.5")
                .row("spent", "4403", "2024-Q3", "123456789012345.67")
                .row("event.handled", "4403", "2024-06", "590")
                .figure("event.handled", "4403", "2024-07", "超600件")
                .missing("event.handled", "4403", "2024-08", ObservationStatus.SUPPRESSED)
                .row("event.handled", "4403", "2024-YTD09", "7000")
                .row("event.handled", "44", "2024", "9000")
                .table();
    }

    private Connection read(ObservationTable table) throws IOException {
        Path structure = folder.resolve("structure.xml");
        Path data = folder.resolve("data.xml");
        SdmxMl.writeStructure(table, FLOW, NOON, structure);
        SdmxMl.writeData(table, FLOW, NOON, data);
        return SdmxFileManager.ofServiceLoader()
                .getConnection(
                        FileSource.builder()
                                .data(data.toFile())
                                .structure(structure.toFile())
                                .build(),
                        Languages.parse("zh"));
    }

    private static List<String> observations(Connection connection) throws IOException {
        Flow flow = connection.getFlows().iterator().next();
        return connection.getData(flow.getRef(), Query.ALL).getData().stream()
                .flatMap(series -> series.getObs().stream().map(obs -> shown(series, obs)))
                .sorted()
                .toList();
    }

    private static String shown(Series series, Obs obs) {
        return series.getKey() + " " + series.getMeta() + " " + obs.getPeriod().toShortString() + " " + obs.getValue()
                + " "
                + obs.getMeta().entrySet().stream()
                        .sorted(java.util.Map.Entry.comparingByKey())
                        .toList();
    }

    @Test
    void anotherClientReadsTheObservations() throws IOException {
        try (Connection connection = read(table())) {
            assertThat(observations(connection))
                    .containsExactly(
                            "A.44.event-handled {UNIT_MEASURE=count:件} 2024/P1Y 9000.0 [OBS_STATUS=A]",
                            "M.4403.event-handled {UNIT_MEASURE=count:件} 2024-06/P1M 590.0 [OBS_STATUS=A]",
                            "M.4403.event-handled {UNIT_MEASURE=count:件} 2024-07/P1M 600.0 [OBS_STATUS=A, QUALIFIER=ABOVE]",
                            "Q.4403.spent {UNIT_MEASURE=CNY} 2024-07/P3M 1.2345678901234567E14 [OBS_STATUS=A]",
                            "S.4403.spent {UNIT_MEASURE=CNY} 2024-01/P6M -12.5 [OBS_STATUS=A]",
                            "_O.4403.event-handled {UNIT_MEASURE=count:件} 2024-01/P9M 7000.0 [OBS_STATUS=A]");
        }
    }

    @Test
    void anotherClientReadsTheStructure() throws IOException {
        try (Connection connection = read(table())) {
            Flow flow = connection.getFlows().iterator().next();
            Structure structure = connection.getStructure(flow.getRef());

            assertThat(structure.getRef().toString()).isEqualTo("GOV,KPI,1.0");
            assertThat(structure.getDimensionList().stream().map(Component::getId))
                    .containsExactly("FREQ", "REF_AREA", "INDICATOR");
            assertThat(structure.getTimeDimensionId()).isEqualTo("TIME_PERIOD");
            assertThat(structure.getPrimaryMeasureId()).isEqualTo("OBS_VALUE");
            Codelist areas = structure.getDimensionList().get(1).getCodelist();
            assertThat(areas.getCodes()).containsOnlyKeys("44", "4403");
        }
    }

    @Test
    void namesAreInTheLanguageThatIsAskedFor() throws IOException {
        try (Connection connection = read(table())) {
            Structure structure = connection.getStructure(
                    connection.getFlows().iterator().next().getRef());

            assertThat(structure.getDimensionList().get(0).getCodelist().getCodes())
                    .containsEntry("Q", "季")
                    .containsEntry("_O", "年初至今");
        }
    }

    /** The client reads values as doubles and drops observations without one; the text has all digits and all observations. */
    @Test
    void theTextHasAllDigitsAndWhatHasNoValue() throws IOException {
        StringWriter data = new StringWriter();

        SdmxMl.writeData(table(), FLOW, NOON, data);

        assertThat(data.toString())
                .contains("<Obs TIME_PERIOD=\"2024-Q3\" OBS_VALUE=\"123456789012345.67\" OBS_STATUS=\"A\"></Obs>")
                .contains("<Obs TIME_PERIOD=\"2024-08\" OBS_STATUS=\"Q\"></Obs>")
                .contains("<mes:Prepared>2026-11-27T12:00:00</mes:Prepared>");
    }

    private static Element document(String text) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(text)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    /** Members in other letters, or with signs that ids must not have, have numbers for ids, and their text as names. */
    @Test
    void membersInOtherLettersHaveNumbers() throws IOException {
        ObservationTable table = new TableFixture()
                .sector("s", "")
                .region("t", RegionLevel.TOWNSHIP, "")
                .indicator("visits", IndicatorKind.FLOW, "count:次", 0)
                .row("visits", "t", "2024", "3", "男", "<b>&\"")
                .row("visits", "t", "2024", "4", "女", "x.y")
                .row("visits", "t", "2024", "7", "T", "x-y")
                .table(TableSchema.builder().addDimensions("性别", "value").build());

        try (Connection connection = read(table)) {
            assertThat(observations(connection))
                    .containsExactly(
                            "A.t.visits.M1.x-y_2 {UNIT_MEASURE=count:次} 2024/P1Y 4.0 [OBS_STATUS=A]",
                            "A.t.visits.M2.M1 {UNIT_MEASURE=count:次} 2024/P1Y 3.0 [OBS_STATUS=A]",
                            "A.t.visits.T.x-y {UNIT_MEASURE=count:次} 2024/P1Y 7.0 [OBS_STATUS=A]");
        }
        Element structure = document(Files.readString(folder.resolve("structure.xml")));
        assertThat(structure.getTextContent()).contains("<b>&\"").contains("女").contains("x.y");
    }

    @Test
    void aTableWithoutRowsHasAStructureAndNoSeries() throws IOException {
        ObservationTable empty = new TableFixture()
                .sector("s", "")
                .region("t", RegionLevel.TOWNSHIP, "")
                .indicator("visits", IndicatorKind.FLOW, "count:次", 0)
                .table();
        StringWriter data = new StringWriter();

        SdmxMl.writeData(empty, FLOW, NOON, data);

        assertThat(document(data.toString()).getElementsByTagName("Series").getLength())
                .isZero();
        try (Connection connection = read(empty)) {
            assertThat(connection.getFlows()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KPI", "GOV:KPI", "GOV:KPI(x)", "GOV KPI(1.0)", "1GOV:KPI(1.0)", "GOV:K PI(1.0)"})
    void refusesOtherFormsOfADataflow(String dataflow) {
        assertThatThrownBy(() -> Dataflow.parse(dataflow))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected a dataflow of the form AGENCY:ID(VERSION), such as GOV:KPI(1.0), got '" + dataflow
                        + "'");
        assertThatThrownBy(() -> new Dataflow("GOV", dataflow + "(", "1.0"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Dataflow.parse("GOV.SZ:KPI(1.0)")).hasToString("GOV.SZ:KPI(1.0)");
    }
}
