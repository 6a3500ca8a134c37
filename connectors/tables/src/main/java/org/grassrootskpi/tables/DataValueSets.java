package org.grassrootskpi.tables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.grassrootskpi.columns.RowCursor;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.files.WholeFile;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/**
 * Writes observations as a data value set of DHIS2, to be sent to {@code /api/dataValueSets}.
 *
 * <pre>{@code
 * DataValueSets.of(table).write(Path.of("values.json"));
 * }</pre>
 *
 * <pre>
 * {"dataElementIdScheme":"CODE","orgUnitIdScheme":"CODE","dataValues":[
 *   {"dataElement":"event.handled","period":"202407","orgUnit":"440307003007","value":"600","comment":"ABOVE"}]}
 * </pre>
 *
 * <p>Data elements and organisation units are named by their codes, which are the ids of indicators and the codes of regions. Values are
 * in the base unit, as texts with all their digits; a figure that is above, below or about its value says so as a comment. Observations
 * without a value are not in it, since DHIS2 has no word for them. Immutable.
 */
public final class DataValueSets {
    private static final ImmutableMap<Month, String> FINANCIAL_YEARS =
            ImmutableMap.of(Month.APRIL, "April", Month.JULY, "July", Month.OCTOBER, "Oct");

    private final ObservationTable table;
    private final Function<? super ImmutableList<String>, String> combos;

    private DataValueSets(ObservationTable table, Function<? super ImmutableList<String>, String> combos) {
        this.table = table;
        this.combos = combos;
    }

    /**
     * {@return the data values of a table}
     *
     * @param table without years to date and without years from other months than January, April, July and October, which DHIS2 has
     *     no periods for
     * @throws IllegalArgumentException if it has some; ask for {@code Measure.discrete()} or leave them out
     */
    public static DataValueSets of(ObservationTable table) {
        for (SeriesBlock block : table.blocks()) {
            if (block.frequency() == Frequency.YEAR_TO_DATE) {
                throw new IllegalArgumentException("Expected periods that DHIS2 has, got years to date of '"
                        + block.indicator().id() + "'; leave them out, or take the months of Measure.discrete()");
            }
            Month start = block.frequency().startMonth();
            if (start != Month.JANUARY && !FINANCIAL_YEARS.containsKey(start)) {
                throw new IllegalArgumentException("Expected financial years that DHIS2 has, from "
                        + FINANCIAL_YEARS.keySet() + ", got years from " + start + " of '"
                        + block.indicator().id() + "'; leave them out, or write their months");
            }
        }
        return new DataValueSets(table, members -> String.join("_", members));
    }

    /**
     * {@return this with codes for the combinations of the extra dimensions' members, which are the members with {@code _} between them
     * otherwise}
     *
     * @param codes gives the code of a category option combination for the members, in the order of the schema's dimensions
     */
    public DataValueSets withCategoryOptionCombos(Function<? super ImmutableList<String>, String> codes) {
        return new DataValueSets(table, codes);
    }

    /**
     * Writes a file, which is replaced if it is there, whole or not at all.
     *
     * @param file the file
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        WholeFile.write(file, this::write);
    }

    /**
     * Writes the set as text.
     *
     * @param out takes the text, to be sent as UTF-8; neither flushed nor closed
     * @throws IOException if it cannot be written
     */
    public void write(Writer out) throws IOException {
        JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        json.writeStartObject();
        json.writeStringField("dataElementIdScheme", "CODE");
        json.writeStringField("orgUnitIdScheme", "CODE");
        if (!table.schema().dimensions().isEmpty()) {
            json.writeStringField("categoryOptionComboIdScheme", "CODE");
        }
        json.writeArrayFieldStart("dataValues");
        Map<Integer, String> periods = new HashMap<>();
        for (SeriesBlock block : table.blocks()) {
            write(block, periods, json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }

    private void write(SeriesBlock block, Map<Integer, String> periods, JsonGenerator json) throws IOException {
        RowCursor rows = new RowCursor(block);
        while (rows.next()) {
            if (!rows.status().hasValue()) {
                continue;
            }
            json.writeStartObject();
            json.writeStringField("dataElement", block.indicator().id());
            json.writeStringField(
                    "period", periods.computeIfAbsent(rows.period(), code -> period(TimePeriod.ofCode(code))));
            json.writeStringField(
                    "orgUnit", table.regions().region(rows.region()).code());
            if (!table.schema().dimensions().isEmpty()) {
                json.writeStringField(
                        "categoryOptionCombo",
                        combos.apply(block.combinationValues().get(rows.combination())));
            }
            json.writeStringField("value", rows.plainValue());
            if (rows.qualifier() != Qualifier.EXACT) {
                json.writeStringField("comment", rows.qualifier().name());
            }
            json.writeEndObject();
        }
    }

    /** Returns a period as DHIS2 writes it: 2024, 2024S1, 2024Q3, 202407, 2024W5, 20240715, 2024April. */
    private static String period(TimePeriod period) {
        LocalDate first = period.firstDay();
        String financial = FINANCIAL_YEARS.get(period.frequency().startMonth());
        if (financial != null) {
            return String.format(Locale.ROOT, "%04d%s", first.getYear(), financial);
        }
        return switch (period.frequency()) {
            case MONTHLY -> String.format(Locale.ROOT, "%04d%02d", first.getYear(), first.getMonthValue());
            case DAILY -> period.toString().replace("-", "");
            case HALF_YEARLY -> period.toString().replace("-H", "S");
            case WEEKLY -> period.toString().replaceFirst("-W0?", "W");
            default -> period.toString().replace("-", "");
        };
    }
}
