package org.grassrootskpi.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.grassrootskpi.conformance.TableFixture;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.table.TableSchema;
import org.hisp.dhis.api.model.v41_5.DataValue;
import org.hisp.dhis.api.model.v41_5.DataValueSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is read back by the classes that DHIS2 publishes of its own model. */
class DataValueSetsTest {
    private static final ObjectMapper STRICT = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    @TempDir
    Path folder;

    private static TableFixture fixture() {
        return new TableFixture()
                .sector("s", "")
                .region("t", RegionLevel.TOWNSHIP, "")
                .indicator("event.handled", IndicatorKind.FLOW, "count:件", 0)
                .indicator("spent", IndicatorKind.FLOW, "CNY", 2);
    }

    private static String shown(DataValue value) {
        return value.getDataElement().orElse("?") + " " + value.getPeriod().orElse("?") + " "
                + value.getOrgUnit().orElse("?") + " " + value.getValue().orElse("?")
                + value.getCategoryOptionCombo().map(combo -> " of " + combo).orElse("")
                + value.getComment().map(comment -> " " + comment).orElse("");
    }

    @Test
    void dhis2ReadsTheValues() throws IOException {
        Path file = folder.resolve("values.json");

        DataValueSets.of(fixture()
                        .row("spent", "t", "2024", "123456789012345.67")
                        .row("spent", "t", "2024-H1", "-12.5")
                        .row("spent", "t", "2024-Q3", "100")
                        .figure("event.handled", "t", "2024-07", "超600件")
                        .missing("event.handled", "t", "2024-08", ObservationStatus.SUPPRESSED)
                        .row("event.handled", "t", "2024-W05", "12")
                        .row("event.handled", "t", "2024-07-15", "3")
                        .table())
                .write(file);

        DataValueSet read = STRICT.readValue(file.toFile(), DataValueSet.class);
        assertThat(read.getDataElementIdScheme()).contains("CODE");
        assertThat(read.getOrgUnitIdScheme()).contains("CODE");
        assertThat(read.getDataValues().orElse(List.of()).stream().map(DataValueSetsTest::shown))
                .containsExactlyInAnyOrder(
                        "spent 2024 t 123456789012345.67",
                        "spent 2024S1 t -12.50",
                        "spent 2024Q3 t 100.00",
                        "event.handled 202407 t 600 ABOVE",
                        "event.handled 2024W5 t 12",
                        "event.handled 20240715 t 3");
    }

    @Test
    void financialYearsAreThoseThatDhis2Has() throws IOException {
        StringWriter text = new StringWriter();
        DataValueSets.of(fixture()
                        .row("spent", "t", "2024/25-M04", "1")
                        .row("spent", "t", "2024/25-M07", "2")
                        .row("spent", "t", "2024/25-M10", "3")
                        .table())
                .write(text);

        assertThat(STRICT.readValue(text.toString(), DataValueSet.class).getDataValues().orElse(List.of()).stream()
                        .map(DataValueSetsTest::shown))
                .containsExactlyInAnyOrder("spent 2024April t 1.00", "spent 2024July t 2.00", "spent 2024Oct t 3.00");
        assertThatThrownBy(() -> DataValueSets.of(
                        fixture().row("spent", "t", "2024/25-M09", "1").table()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Expected financial years that DHIS2 has, from [APRIL, JULY, OCTOBER], got years from SEPTEMBER of"
                                + " 'spent'; leave them out, or write their months");
    }

    @Test
    void combinationsOfMembersHaveCodes() throws IOException {
        TableFixture fixture =
                fixture().row("spent", "t", "2024", "1", "men", "young").row("spent", "t", "2024", "2", "men", "old");
        DataValueSets sets = DataValueSets.of(
                fixture.table(TableSchema.builder().addDimensions("sex", "age").build()));
        StringWriter plain = new StringWriter();
        StringWriter coded = new StringWriter();

        sets.write(plain);
        sets.withCategoryOptionCombos(members -> members.get(1)).write(coded);

        assertThat(STRICT.readValue(plain.toString(), DataValueSet.class).getDataValues().orElse(List.of()).stream()
                        .map(DataValueSetsTest::shown))
                .containsExactlyInAnyOrder("spent 2024 t 1.00 of men_young", "spent 2024 t 2.00 of men_old");
        assertThat(STRICT.readValue(coded.toString(), DataValueSet.class).getDataValues().orElse(List.of()).stream()
                        .map(DataValueSetsTest::shown))
                .containsExactlyInAnyOrder("spent 2024 t 1.00 of young", "spent 2024 t 2.00 of old");
    }

    @Test
    void yearsToDateAreRefused() {
        assertThatThrownBy(() -> DataValueSets.of(
                        fixture().row("spent", "t", "2024-YTD09", "1").table()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Expected periods that DHIS2 has, got years to date of 'spent'; leave them out, or take the"
                        + " months of Measure.discrete()");
    }
}
