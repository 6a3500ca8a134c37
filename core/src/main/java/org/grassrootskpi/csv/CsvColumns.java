package org.grassrootskpi.csv;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.csv.CsvProblem.Reason;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.table.TableSchema;

/** The positions of the columns, as the header line gives them. */
final class CsvColumns {
    static final String INDICATOR = "indicator";
    static final String REGION = "region";
    static final String PERIOD = "period";
    static final String VALUE = "value";
    static final String STATUS = "status";
    static final String KNOWN_ON = "knownOn";
    static final String MATURITY = "maturity";

    private static final ImmutableList<String> REQUIRED = ImmutableList.of(INDICATOR, REGION, PERIOD, VALUE);
    private static final ImmutableList<String> OPTIONAL = ImmutableList.of(STATUS, KNOWN_ON, MATURITY);

    final int count;
    final int indicator;
    final int region;
    final int period;
    final int value;
    /** -1 where there is no such column. */
    final int status;
    /** -1 where there is no such column; both or none are there. */
    final int knownOn;

    final int maturity;
    /** In the order of the schema. */
    final int[] dimensions;

    private CsvColumns(Map<String, Integer> fields, TableSchema schema) {
        count = fields.size();
        indicator = fields.getOrDefault(INDICATOR, -1);
        region = fields.getOrDefault(REGION, -1);
        period = fields.getOrDefault(PERIOD, -1);
        value = fields.getOrDefault(VALUE, -1);
        status = fields.getOrDefault(STATUS, -1);
        knownOn = fields.getOrDefault(KNOWN_ON, -1);
        maturity = fields.getOrDefault(MATURITY, -1);
        dimensions = schema.dimensions().stream()
                .mapToInt(name -> fields.getOrDefault(name, -1))
                .toArray();
    }

    /** Returns all columns that a file may have. */
    static ImmutableList<String> of(TableSchema schema) {
        return ImmutableList.<String>builder()
                .addAll(REQUIRED)
                .addAll(OPTIONAL)
                .addAll(schema.dimensions())
                .build();
    }

    /** Refuses a schema with a dimension that has the name of another column. */
    static void check(TableSchema schema) {
        for (String name : schema.dimensions()) {
            if (REQUIRED.contains(name) || OPTIONAL.contains(name)) {
                throw new IllegalArgumentException(
                        "Dimension '" + name + "' has the name of another column of CSV files: give it another name");
            }
        }
    }

    /** Reads the header; returns empty if anything is wrong with it. */
    static Optional<CsvColumns> read(CsvRecords header, TableSchema schema, CsvProblems problems) {
        long before = problems.count();
        if (hasCarriageReturn(header)) {
            problems.add(
                    Reason.NO_HEADER,
                    header.line(),
                    0,
                    () ->
                            "Expected a header line that ends with LF or CR LF, got a carriage return alone; save the file"
                                    + " with other line ends");
            return Optional.empty();
        }
        List<String> known = of(schema);
        Map<String, Integer> fields = new HashMap<>();
        for (int field = 0; field < header.fields(); field++) {
            Optional<String> text = CsvText.of(header, field, problems);
            if (text.isEmpty()) {
                continue;
            }
            String name = text.get();
            int[] place = header.place(field);
            if (!known.contains(name)) {
                problems.add(
                        Reason.UNKNOWN_COLUMN,
                        place[0],
                        place[1],
                        () -> new UnknownIdException("column", name, known).getMessage() + "; expected any of "
                                + String.join(", ", known));
            } else if (fields.putIfAbsent(name, field) != null) {
                problems.add(Reason.REPEATED_COLUMN, place[0], place[1], () -> "Column '" + name + "' is there twice");
            }
        }
        for (String name : known) {
            boolean isHalf = (name.equals(KNOWN_ON) && fields.containsKey(MATURITY))
                    || (name.equals(MATURITY) && fields.containsKey(KNOWN_ON));
            if (!fields.containsKey(name) && (isHalf || !OPTIONAL.contains(name))) {
                problems.add(
                        Reason.MISSING_COLUMN,
                        header.line(),
                        0,
                        () -> "Expected a column '" + name + "'; a header line names the columns "
                                + String.join(", ", known));
            }
        }
        return problems.count() == before ? Optional.of(new CsvColumns(fields, schema)) : Optional.empty();
    }

    private static boolean hasCarriageReturn(CsvRecords header) {
        for (int field = 0; field < header.fields(); field++) {
            for (int i = header.start(field); i < header.end(field); i++) {
                if (header.bytes()[i] == '\r') {
                    return true;
                }
            }
        }
        return false;
    }
}
