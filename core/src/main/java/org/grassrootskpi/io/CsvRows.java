package org.grassrootskpi.io;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.LongConsumer;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Problem;
import org.grassrootskpi.model.Problem.Kind;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.table.ObservationTableBuilder;
import org.grassrootskpi.table.RegionOrder;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Period;
import org.grassrootskpi.time.PeriodFormatException;
import org.jspecify.annotations.Nullable;

/** Turns the lines of a CSV file into rows of a table, and collects what is wrong with the others. */
final class CsvRows {
    private static final int BATCH = 1 << 13;
    private static final int MAX_PERIODS = 1 << 16;
    private static final long PROGRESS_NANOS = 100_000_000;

    private final Catalog catalog;
    private final TableSchema schema;
    private final CsvLines lines;
    private final LongConsumer progress;
    private final RegionOrder order;
    private final ByteDictionary indicatorNumbers = new ByteDictionary();
    private final ByteDictionary regionNumbers = new ByteDictionary();
    private final ByteDictionary periodCodes = new ByteDictionary();
    private final int[] decimals;
    private final boolean[] floatingPoint;
    private final CsvNumber number = new CsvNumber();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> repeated = new HashSet<>();
    private final Set<String> firsts = new HashSet<>();
    private long refused;

    private int indicatorColumn;
    private int regionColumn;
    private int periodColumn;
    private int valueColumn;
    private int statusColumn;
    private int columns;
    private int[] dimensionColumns = {};

    private final int[] indicators = new int[BATCH];
    private final int[] regions = new int[BATCH];
    private final int[] periods = new int[BATCH];
    private final int[] combinations = new int[BATCH];
    private final long[] values = new long[BATCH];
    private final ObservationStatus[] statuses = new ObservationStatus[BATCH];
    private int size;

    CsvRows(Catalog catalog, TableSchema schema, CsvLines lines, LongConsumer progress) {
        this.catalog = catalog;
        this.schema = schema;
        this.lines = lines;
        this.progress = progress;
        this.order = RegionOrder.of(catalog);
        decimals = new int[catalog.indicators().size()];
        floatingPoint = new boolean[decimals.length];
        for (int i = 0; i < decimals.length; i++) {
            Indicator indicator = catalog.indicators().get(i);
            indicatorNumbers.put(indicator.id(), i);
            decimals[i] = indicator.decimals();
            floatingPoint[i] = schema.floatingPoint().contains(indicator.id());
        }
        for (int i = 0; i < order.size(); i++) {
            regionNumbers.put(order.region(i).code(), i);
        }
    }

    ImmutableList<Problem> problems() {
        return ImmutableList.copyOf(problems);
    }

    long refused() {
        return refused;
    }

    /** Reports lines of these keys, but for the first of each. */
    void reportRepeated(List<String> keys) {
        repeated.addAll(keys);
    }

    void readInto(ObservationTableBuilder builder) throws IOException {
        header();
        long told = System.nanoTime();
        while (lines.next()) {
            row(builder);
            if (size == BATCH) {
                flush(builder);
                if (System.nanoTime() - told >= PROGRESS_NANOS) {
                    told = System.nanoTime();
                    progress.accept(lines.line());
                }
            }
        }
        flush(builder);
        progress.accept(lines.line());
    }

    private void flush(ObservationTableBuilder builder) {
        builder.addAll(indicators, regions, periods, combinations, values, statuses, size);
        size = 0;
    }

    private void header() throws IOException {
        List<String> names = new ArrayList<>();
        if (lines.next() && lines.split()) {
            for (int field = 0; field < lines.fields(); field++) {
                names.add(lines.text(field));
            }
        }
        Set<String> known = new HashSet<>(List.of("indicator", "region", "period", "value", "status"));
        known.addAll(schema.dimensions());
        for (int field = 0; field < names.size(); field++) {
            if (!known.contains(names.get(field)) || names.indexOf(names.get(field)) < field) {
                problem(Kind.UNKNOWN_PROPERTY, names.get(field), field, "expected each of " + known + " at most once");
            }
        }
        columns = names.size();
        indicatorColumn = required(names, "indicator");
        regionColumn = required(names, "region");
        periodColumn = required(names, "period");
        valueColumn = required(names, "value");
        statusColumn = names.indexOf("status");
        dimensionColumns = schema.dimensions().stream()
                .mapToInt(name -> required(names, name))
                .toArray();
        if (!problems.isEmpty()) {
            throw new CsvException(problems(), 1);
        }
    }

    private int required(List<String> names, String name) {
        int column = names.indexOf(name);
        if (column < 0) {
            problem(Kind.MISSING_PROPERTY, name, 0, "expected a column '" + name + "' in the header, got " + names);
        }
        return column;
    }

    private void row(ObservationTableBuilder builder) {
        if (!lines.split()) {
            refuse(
                    Kind.SYNTAX,
                    "",
                    lines.fields() - 1,
                    "expected a closing quote, then a comma or the end of the line");
            return;
        }
        if (lines.fields() != columns) {
            refuse(Kind.SYNTAX, "", lines.fields(), "expected " + columns + " fields, got " + lines.fields());
            return;
        }
        byte[] bytes = lines.bytes();
        int indicator = indicatorNumbers.get(bytes, lines.from(indicatorColumn), lines.to(indicatorColumn));
        int region = regionNumbers.get(bytes, lines.from(regionColumn), lines.to(regionColumn));
        if (indicator < 0 || region < 0) {
            unknown(indicator < 0 ? indicatorColumn : regionColumn, indicator < 0);
            return;
        }
        int period = periodCodes.get(bytes, lines.from(periodColumn), lines.to(periodColumn));
        if (period < 0) {
            period = parsePeriod();
        }
        ObservationStatus status = period < 0 ? null : status();
        if (status == null || !value(indicator, status)) {
            return;
        }
        int combination = 0;
        if (dimensionColumns.length > 0) {
            String[] texts = new String[dimensionColumns.length];
            for (int d = 0; d < texts.length; d++) {
                texts[d] = lines.text(dimensionColumns[d]);
            }
            combination = builder.combination(texts);
        }
        if (!repeated.isEmpty() && isRepeated(indicator, region, period)) {
            return;
        }
        indicators[size] = indicator;
        regions[size] = region;
        periods[size] = period;
        combinations[size] = combination;
        values[size] = number.result();
        statuses[size] = status;
        size++;
    }

    private void unknown(int column, boolean isIndicator) {
        if (problems.size() >= ObservationCsv.Result.MAX_PROBLEMS) {
            // Looking for the nearest spelling takes longer than reading a thousand lines.
            refused++;
            return;
        }
        String noun = isIndicator ? "indicator" : "region";
        List<String> known = isIndicator
                ? catalog.indicators().stream().map(Indicator::id).toList()
                : catalog.regions().stream().map(Region::code).toList();
        String message = new UnknownIdException(noun, lines.text(column), known).getMessage();
        refuse(Kind.UNKNOWN_REFERENCE, noun, column, message);
    }

    private int parsePeriod() {
        String text = lines.text(periodColumn);
        try {
            int code = Period.parse(text).toCode();
            if (periodCodes.size() < MAX_PERIODS) {
                periodCodes.put(text, code);
            }
            return code;
        } catch (PeriodFormatException e) {
            refuse(Kind.BAD_VALUE, "period", periodColumn, String.valueOf(e.getMessage()));
            return -1;
        }
    }

    private @Nullable ObservationStatus status() {
        if (statusColumn < 0 || lines.isEmpty(statusColumn)) {
            return ObservationStatus.NORMAL;
        }
        if (lines.to(statusColumn) - lines.from(statusColumn) == 1) {
            byte letter = lines.bytes()[lines.from(statusColumn)];
            for (ObservationStatus status : ObservationStatus.values()) {
                if (status.sdmx() == letter) {
                    return status;
                }
            }
        }
        refuse(
                Kind.BAD_VALUE,
                "status",
                statusColumn,
                "expected a letter of SDMX's observation status, such as A, E or O, got '" + lines.text(statusColumn)
                        + "'");
        return null;
    }

    private boolean value(int indicator, ObservationStatus status) {
        if (lines.isEmpty(valueColumn) == status.hasValue()) {
            refuse(
                    Kind.CONTRADICTION,
                    "value",
                    valueColumn,
                    status.hasValue()
                            ? "expected a value, or a status without one, such as O (missing)"
                            : "expected no value, because the status is " + status.sdmx());
            return false;
        }
        String wrong = status.hasValue()
                ? number.read(
                        lines.bytes(),
                        lines.from(valueColumn),
                        lines.to(valueColumn),
                        decimals[indicator],
                        floatingPoint[indicator])
                : null;
        if (wrong != null) {
            refuse(Kind.BAD_VALUE, "value", valueColumn, wrong + ", got '" + lines.text(valueColumn) + "'");
        }
        return wrong == null;
    }

    private boolean isRepeated(int indicator, int region, int period) {
        StringBuilder key = new StringBuilder(
                        catalog.indicators().get(indicator).id())
                .append(':')
                .append(order.region(region).code())
                .append(':')
                .append(Period.ofCode(period));
        if (dimensionColumns.length > 0) {
            List<String> texts = new ArrayList<>();
            for (int column : dimensionColumns) {
                texts.add(lines.text(column));
            }
            key.append(texts);
        }
        if (!repeated.contains(key.toString()) || firsts.add(key.toString())) {
            return false;
        }
        refuse(Kind.DUPLICATE, "", 0, "'" + key + "' is there already: expected one value for a key");
        return true;
    }

    private void refuse(Kind kind, String column, int field, String message) {
        refused++;
        problem(kind, column, field, message);
    }

    private void problem(Kind kind, String column, int field, String message) {
        if (problems.size() < ObservationCsv.Result.MAX_PROBLEMS) {
            problems.add(ObservationCsv.problem(kind, column, message, lines.location(field)));
        }
    }
}
