package org.grassrootskpi.tables;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.grassrootskpi.columns.RowCursor;
import org.grassrootskpi.columns.SeriesBlock;
import org.grassrootskpi.files.WholeFile;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.publish.PeriodName;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.TimePeriod;

/**
 * Writes observations as a dataset of JSON-stat 2.0 (json-stat.org), the form in which Eurostat and the statistics offices of many
 * countries give theirs. {@link TableImport} reads it back.
 *
 * <pre>{@code
 * JsonStat.of(table, Language.EN).withLabel("Handled events").write(Path.of("events.json"));
 * }</pre>
 *
 * <p>The dimensions are {@code indicator} (metric), those of the table, {@code region} (geo) and {@code period} (time). Values are numbers
 * in the base unit with all their digits; statuses are the letters of SDMX; an observation without a value has its status alone. A figure
 * that is above, below or about its value says so under {@code extension.qualifier}. Immutable.
 */
public final class JsonStat {
    private static final long MOST_PLACES = 1L << 53;

    private final ObservationTable table;
    private final Language language;
    private final Optional<String> label;

    private JsonStat(ObservationTable table, Language language, Optional<String> label) {
        this.table = table;
        this.language = language;
        this.label = label;
    }

    /**
     * {@return the dataset of a table}
     *
     * @param table any table
     * @param language the language of the labels
     */
    public static JsonStat of(ObservationTable table, Language language) {
        return new JsonStat(table, language, Optional.empty());
    }

    /**
     * {@return this with a name of the whole}
     *
     * @param name what the dataset is about
     */
    public JsonStat withLabel(String name) {
        return new JsonStat(table, language, Optional.of(name));
    }

    /**
     * Writes a file, which is replaced if it is there, whole or not at all.
     *
     * @param file the file
     * @throws IllegalArgumentException if the members of the dimensions have more combinations than 2^53, the greatest index that every
     *     reader of JSON keeps
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        WholeFile.write(file, this::write);
    }

    /**
     * Writes the dataset as text.
     *
     * @param out takes the text, to be sent as UTF-8; neither flushed nor closed
     * @throws IllegalArgumentException as {@link #write(Path)} throws it
     * @throws IOException if it cannot be written
     */
    public void write(Writer out) throws IOException {
        Members members = members();
        JsonGenerator json = new JsonFactory()
                .createGenerator(out)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .disable(JsonGenerator.Feature.FLUSH_PASSED_TO_STREAM);
        json.writeStartObject();
        json.writeStringField("version", "2.0");
        json.writeStringField("class", "dataset");
        if (label.isPresent()) {
            json.writeStringField("label", label.get());
        }
        json.writeArrayFieldStart("id");
        for (String id : members.names) {
            json.writeString(id);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("size");
        for (Map<String, Integer> of : members.places) {
            json.writeNumber(of.size());
        }
        json.writeEndArray();
        writeRoles(json);
        writeDimensions(json, members);
        writeFacts(json, "value", members);
        writeFacts(json, "status", members);
        if (hasQualifiers()) {
            json.writeObjectFieldStart("extension");
            writeFacts(json, "qualifier", members);
            json.writeEndObject();
        }
        json.writeEndObject();
        json.close();
    }

    /**
     * The members of the dimensions that have observations.
     *
     * @param names the names of the dimensions
     * @param places for each dimension the places of its members, in their order
     * @param indicators the indicators by id
     * @param regions the regions by code
     */
    private record Members(
            List<String> names,
            List<Map<String, Integer>> places,
            Map<String, Indicator> indicators,
            Map<String, Region> regions) {}

    private Members members() {
        List<String> names = new ArrayList<>();
        names.add("indicator");
        names.addAll(table.schema().dimensions());
        names.add("region");
        names.add("period");
        Map<String, Indicator> indicators = new LinkedHashMap<>();
        Map<Integer, Region> regions = new TreeMap<>();
        Set<TimePeriod> periods = new TreeSet<>();
        List<Set<String>> extra = new ArrayList<>();
        table.schema().dimensions().forEach(any -> extra.add(new TreeSet<>()));
        for (SeriesBlock block : table.blocks()) {
            indicators.put(block.indicator().id(), block.indicator());
            Set<Integer> codes = new LinkedHashSet<>();
            RowCursor rows = new RowCursor(block);
            while (rows.next()) {
                regions.computeIfAbsent(rows.region(), number -> table.regions().region(number));
                codes.add(rows.period());
            }
            codes.forEach(code -> periods.add(TimePeriod.ofCode(code)));
            for (ImmutableList<String> combination : block.combinationValues()) {
                for (int i = 0; i < combination.size(); i++) {
                    extra.get(i).add(combination.get(i));
                }
            }
        }
        List<Map<String, Integer>> places = new ArrayList<>();
        places.add(places(indicators.keySet()));
        extra.forEach(members -> places.add(places(members)));
        Map<String, Region> byCode = new LinkedHashMap<>();
        regions.values().forEach(region -> byCode.put(region.code(), region));
        places.add(places(byCode.keySet()));
        places.add(places(periods.stream().map(TimePeriod::toString).toList()));
        double product = 1;
        for (Map<String, Integer> of : places) {
            product *= of.size();
        }
        if (product > MOST_PLACES) {
            throw new IllegalArgumentException("Expected at most 2^53 combinations of members, got the sizes "
                    + places.stream().map(Map::size).toList() + "; write parts of the table");
        }
        return new Members(names, places, indicators, byCode);
    }

    private static Map<String, Integer> places(Iterable<String> members) {
        Map<String, Integer> places = new LinkedHashMap<>();
        members.forEach(member -> places.put(member, places.size()));
        return places;
    }

    private static void writeRoles(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("role");
        for (String[] role : new String[][] {{"metric", "indicator"}, {"geo", "region"}, {"time", "period"}}) {
            json.writeArrayFieldStart(role[0]);
            json.writeString(role[1]);
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void writeDimensions(JsonGenerator json, Members members) throws IOException {
        json.writeObjectFieldStart("dimension");
        for (int i = 0; i < members.names.size(); i++) {
            String name = members.names.get(i);
            json.writeObjectFieldStart(name);
            json.writeObjectFieldStart("category");
            json.writeArrayFieldStart("index");
            for (String member : members.places.get(i).keySet()) {
                json.writeString(member);
            }
            json.writeEndArray();
            if (i == 0) {
                writeIndicators(json, members);
            } else if (i == members.names.size() - 2) {
                writeRegions(json, members);
            } else if (i == members.names.size() - 1) {
                writeLabels(json, members.places.get(i).keySet());
            } else {
                writeTotal(json, name, members.places.get(i).keySet());
            }
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void writeIndicators(JsonGenerator json, Members members) throws IOException {
        json.writeObjectFieldStart("label");
        for (Indicator indicator : members.indicators.values()) {
            json.writeStringField(indicator.id(), indicator.name().in(language));
        }
        json.writeEndObject();
        json.writeObjectFieldStart("unit");
        for (Indicator indicator : members.indicators.values()) {
            json.writeObjectFieldStart(indicator.id());
            json.writeStringField("label", indicator.unit().code());
            json.writeNumberField("decimals", indicator.decimals());
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private void writeRegions(JsonGenerator json, Members members) throws IOException {
        Map<String, List<String>> children = new LinkedHashMap<>();
        json.writeObjectFieldStart("label");
        for (Region region : members.regions.values()) {
            json.writeStringField(region.code(), region.name().in(language));
            region.parent()
                    .filter(members.regions::containsKey)
                    .ifPresent(parent -> children.computeIfAbsent(parent, any -> new ArrayList<>())
                            .add(region.code()));
        }
        json.writeEndObject();
        writeChildren(json, children);
    }

    private void writeTotal(JsonGenerator json, String dimension, Set<String> members) throws IOException {
        String total = table.schema().totals().get(dimension);
        if (total != null && members.contains(total) && members.size() > 1) {
            writeChildren(
                    json,
                    Map.of(
                            total,
                            members.stream()
                                    .filter(member -> !member.equals(total))
                                    .toList()));
        }
    }

    private static void writeChildren(JsonGenerator json, Map<String, List<String>> children) throws IOException {
        if (children.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("child");
        for (Map.Entry<String, List<String>> of : children.entrySet()) {
            json.writeArrayFieldStart(of.getKey());
            for (String child : of.getValue()) {
                json.writeString(child);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void writeLabels(JsonGenerator json, Set<String> periods) throws IOException {
        json.writeObjectFieldStart("label");
        for (String period : periods) {
            json.writeStringField(period, PeriodName.of(TimePeriod.parse(period), language));
        }
        json.writeEndObject();
    }

    private boolean hasQualifiers() {
        for (SeriesBlock block : table.blocks()) {
            RowCursor rows = new RowCursor(block);
            while (rows.next()) {
                if (rows.qualifier() != Qualifier.EXACT) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Writes the values, statuses or qualifiers by their place among all combinations of members. */
    private void writeFacts(JsonGenerator json, String fact, Members members) throws IOException {
        json.writeObjectFieldStart(fact);
        for (SeriesBlock block : table.blocks()) {
            RowCursor rows = new RowCursor(block);
            while (rows.next()) {
                String text = switch (fact) {
                    case "value" -> rows.status().hasValue() ? rows.plainValue() : "";
                    case "status" ->
                        rows.status() == ObservationStatus.NORMAL
                                ? ""
                                : rows.status().sdmx() + "";
                    default ->
                        rows.qualifier() == Qualifier.EXACT
                                ? ""
                                : rows.qualifier().name();
                };
                if (text.isEmpty()) {
                    continue;
                }
                json.writeFieldName(Long.toString(place(block, rows, members)));
                if (fact.equals("value")) {
                    json.writeNumber(text);
                } else {
                    json.writeString(text);
                }
            }
        }
        json.writeEndObject();
    }

    private long place(SeriesBlock block, RowCursor rows, Members members) {
        List<String> key = new ArrayList<>();
        key.add(block.indicator().id());
        if (!table.schema().dimensions().isEmpty()) {
            key.addAll(block.combinationValues().get(rows.combination()));
        }
        key.add(table.regions().region(rows.region()).code());
        key.add(TimePeriod.ofCode(rows.period()).toString());
        long place = 0;
        for (int i = 0; i < key.size(); i++) {
            Map<String, Integer> places = members.places.get(i);
            place = place * places.size() + places.getOrDefault(key.get(i), 0);
        }
        return place;
    }
}
