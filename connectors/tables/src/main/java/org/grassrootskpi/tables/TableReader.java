package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.ObservationTableBuilder;
import org.grassrootskpi.table.RowAppender;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.tables.TableMapping.ImportedIndicator;

/** Reads the rows of a table by its mapping: each is read whole, or is a problem. */
final class TableReader {
    private static final int MOST_PROBLEMS = 1000;
    private static final int UNREADABLE = -2;
    private static final Optional<ObservationStatus> NORMAL = Optional.of(ObservationStatus.NORMAL);
    private static final long[] POWERS = powers();

    private final Grid grid;
    private final TableMapping mapping;
    private final Skeleton skeleton;
    private final Catalog catalog;
    private final TableSchema schema;
    private final MappedColumns columns;
    private final TablePeriods periods;
    private final boolean hasRegionsInHeads;
    private final List<ImportProblem> problems = new ArrayList<>();
    private final Repeats.Numbers regions = new Repeats.Numbers();
    private final Map<String, Integer> indicators = new HashMap<>();
    private final Map<String, Integer> indicatorsById = new HashMap<>();
    private final Map<ImmutableList<String>, Integer> combinations = new HashMap<>();
    private final Set<String> leftOut;
    private final RowUnits units;
    private final Multipliers multipliers;
    private final List<Indicator> declared;
    private final RegionNumbering numbering;
    private final ObservationTableBuilder builder;
    private final RowAppender rows;
    /** For each indicator whether its values are decimals in its base unit, as the table prints them. */
    private final boolean[] isPlain;

    private final boolean[] isYearToDate;
    private final int[] decimals;
    private final PlainNumber scanner;

    TableReader(Grid grid, TableMapping mapping, Skeleton skeleton) {
        this.grid = grid;
        this.mapping = mapping;
        this.skeleton = skeleton;
        catalog = skeleton.catalog();
        schema = skeleton.schema();
        declared = catalog.indicators();
        numbering = RegionNumbering.of(catalog);
        builder = ObservationTable.builder(catalog, schema);
        rows = builder.appender();
        leftOut = new HashSet<>(mapping.regionsLeftOut());
        List<Unit> usual = new ArrayList<>();
        for (int i = 0; i < declared.size(); i++) {
            indicatorsById.put(declared.get(i).id(), i);
            usual.add(declared.get(i).unit());
        }
        isYearToDate = new boolean[declared.size()];
        for (ImportedIndicator indicator : mapping.indicators()) {
            Integer number = indicatorsById.get(indicator.id());
            if (number != null) {
                indicators.put(indicator.text(), number);
                usual.set(number, catalog.unitVocabulary().parse(indicator.unit()));
                isYearToDate[number] = Boolean.TRUE.equals(indicator.yearToDate());
            }
        }
        isPlain = new boolean[declared.size()];
        decimals = new int[declared.size()];
        for (int i = 0; i < isPlain.length; i++) {
            isPlain[i] = usual.get(i).isBase()
                    && !schema.floatingPoint().contains(declared.get(i).id());
            decimals[i] = declared.get(i).decimals();
        }
        scanner = new PlainNumber(mapping.decimal().equals(","));
        columns = MappedColumns.of(mapping, schema);
        units = new RowUnits(grid, mapping, catalog.unitVocabulary(), columns.unit(), usual, this::problem);
        hasRegionsInHeads = mapping.columns().stream().anyMatch(column -> column.region() != null);
        periods = new TablePeriods(grid, mapping, columns.periods(), this::problem);
        int first = grid.rowOf(mapping.headRow()) + mapping.headRows();
        multipliers = Multipliers.of(
                grid,
                columns.multiplier(),
                columns.multiplier() < 0
                        ? ""
                        : mapping.columns().get(columns.multiplier()).name(),
                first,
                grid.lastRow(mapping.lastRow(), first));
    }

    ObservationTable read() {
        requirePlaces();
        int first = grid.rowOf(mapping.headRow()) + mapping.headRows();
        int last = grid.lastRow(mapping.lastRow(), first);
        for (int row = first; row <= last && problems.size() < MOST_PROBLEMS; row++) {
            if (grid.filled(row) > 0) {
                readRow(row);
            }
        }
        ObservationTable table = builder.build(
                MOST_PROBLEMS,
                duplicate -> problems.add(
                        new ImportProblem(
                                grid.placeOfRow(duplicate.origin()),
                                "Expected one value of each indicator, region and period, got a second one of "
                                        + duplicate.key()
                                        + ", after line " + grid.lines().get(duplicate.firstOrigin())
                                        + "; a column that tells them apart may be a dimension, or its total members are to be left out")));
        return table;
    }

    /** Refuses a table of which nothing says a period or an indicator: its rows would be passed over. */
    private void requirePlaces() {
        for (int column : columns.values()) {
            Column of = mapping.columns().get(column);
            if (of.period() == null && columns.periods().size() == 0 && mapping.period() == null) {
                problems.add(new ImportProblem(
                        grid.name(),
                        "Expected a period for the values of '" + of.name()
                                + "', found none in columns or heads; give it as \"period\" in a mapping"));
            }
            if (of.indicator() == null && columns.indicator().isEmpty() && mapping.indicator() == null) {
                problems.add(new ImportProblem(
                        grid.name(),
                        "Expected an indicator for the values of '" + of.name()
                                + "', found none in columns or heads; give it as \"indicator\" in a mapping"));
            }
        }
        for (int column : columns.statuses()) {
            if (!columns.isStatusOfRow() && !columns.values().contains(column - 1)) {
                problems.add(new ImportProblem(
                        grid.name(),
                        "Expected the only column of statuses, or one right behind a column of values, got '"
                                + mapping.columns().get(column).name()
                                + "'; give it the role IGNORED, or another place"));
            }
        }
        if (columns.values().size() == 0) {
            problems.add(new ImportProblem(
                    grid.name(), "Expected a column of values, got none; give one the role VALUE in a mapping"));
        }
    }

    List<ImportProblem> problems() {
        return problems;
    }

    private void readRow(int row) {
        int region = region(row);
        if (region == Skeleton.LEFT_OUT) {
            return;
        }
        int period = periods.ofRow(row);
        int combination = combination(row);
        int ofRow = columns.indicator().isEmpty() ? onlyIndicator() : indicator(row);
        for (int column : columns.values()) {
            Column of = mapping.columns().get(column);
            int indicator = of.indicator() == null ? ofRow : indicatorsById.getOrDefault(of.indicator(), -1);
            int when = of.period() == null ? period : periods.of(of.period(), row, column);
            int where = of.region() == null ? region : skeleton.number(of.region(), numbering);
            if (combination != UNREADABLE && indicator >= 0 && when != TablePeriods.NONE && where >= 0) {
                int code = isYearToDate[indicator] ? periods.toDate(when) : when;
                Optional<ObservationStatus> status = status(row, column);
                if (status.isPresent()) {
                    readValue(row, column, indicator, where, code, combination, status.get());
                }
            }
        }
    }

    private void readValue(
            int row, int column, int indicator, int region, int period, int combination, ObservationStatus status) {
        String cell = grid.cell(row, column);
        Unit unit = units.of(row, column, indicator);
        if (unit == null) {
            return;
        }
        int power = columns.multiplier() < 0 ? 0 : power(row, unit);
        String qualifier = columns.qualifier() < 0 ? "" : qualifier(row);
        if (power == 0
                && qualifier.isEmpty()
                && status == ObservationStatus.NORMAL
                && isPlain[indicator]
                && unit.isBase()
                && scanner.scan(cell)
                && scanner.scale() <= decimals[indicator]
                && !mapping.missing().containsKey(cell)) {
            long zeros = POWERS[decimals[indicator] - scanner.scale()];
            long high = Math.multiplyHigh(scanner.unscaled(), zeros);
            long low = scanner.unscaled() * zeros;
            if ((high == 0 && low >= 0) || (high == -1 && low < 0)) {
                rows.row(indicator, region, period).origin(row);
                if (combination >= 0) {
                    rows.combination(combination);
                }
                rows.addUnscaled(low);
                return;
            }
        }
        Optional<Figure> read = Figure.read(cell, mapping.decimal().equals(","), mapping.missing());
        if (read.isEmpty()) {
            problem(
                    row,
                    column,
                    "Expected a number, got '" + cell
                            + "'; if it stands for a missing value, name it under \"missing\"");
            return;
        }
        Figure figure = read.get();
        // A status that says why there is no value says more than a sign that there is none.
        boolean isExplained = figure.status() == ObservationStatus.MISSING && !status.hasValue();
        ObservationStatus worst = isExplained ? status : status.worst(figure.status());
        rows.row(indicator, region, period).status(worst).origin(row);
        if (combination >= 0) {
            rows.combination(combination);
        }
        try {
            if (!figure.hasValue() || !worst.hasValue()) {
                rows.status(worst.hasValue() ? ObservationStatus.MISSING : worst)
                        .addMissing();
            } else {
                add(indicator, figure, power, qualifier, unit);
            }
        } catch (ArithmeticException | IllegalArgumentException e) {
            problem(
                    row,
                    column,
                    "'" + cell + "' does not fit the indicator '"
                            + declared.get(indicator).id() + "': " + e.getMessage());
        }
    }

    private void add(int indicator, Figure figure, int power, String qualifier, Unit unit) {
        if (figure.figure() != null) {
            rows.addFigure(figure.figure());
            return;
        }
        BigDecimal number = Objects.requireNonNull(figure.number()).scaleByPowerOfTen(power);
        if (!qualifier.isEmpty()) {
            rows.addFigure(Figure.qualified(qualifier, number, figure.isPercent() ? Unit.parse("%") : unit));
            return;
        }
        int decimals = declared.get(indicator).decimals();
        if (schema.floatingPoint().contains(declared.get(indicator).id())) {
            rows.addDouble(Quantity.of(number, unit).value().doubleValue());
        } else if (unit.isBase()
                && number.scale() <= decimals
                && number.scale() >= 0
                && number.precision() <= 18 - decimals) {
            // Zeros at the end that one row prints and another does not say nothing of how a table was rounded.
            rows.addUnscaled(number.unscaledValue().longValueExact() * POWERS[decimals - number.scale()]);
        } else {
            rows.addFigure(
                    figure.isPercent() && !unit.toString().equals("%")
                            ? Quantity.of(number, Unit.parse("%"))
                            : Quantity.of(number, unit));
        }
    }

    private int region(int row) {
        String key = skeleton.regionKey(grid, row);
        if (hasRegionsInHeads) {
            return -1;
        }
        if (!leftOut.isEmpty() && (leftOut.contains(key) || skeleton.isLeftOut(grid, row, leftOut))) {
            return Skeleton.LEFT_OUT;
        }
        return regions.of(key, any -> {
            int number = skeleton.number(key, numbering);
            if (number < 0) {
                problem(
                        row,
                        skeleton.regionColumn(),
                        "Expected a region of the catalogue, got '" + key
                                + "'; name it under \"regionsLeftOut\", or add it to the catalogue");
            }
            return number;
        });
    }

    private int indicator(int row) {
        String text = columns.indicator().text(grid, row);
        Integer number = indicators.get(text);
        if (number == null && !text.isEmpty()) {
            problem(
                    row,
                    columns.indicator().columns().get(0),
                    "Expected an indicator of the mapping, got '" + text + "'; describe it under \"indicators\"");
        }
        return number == null ? -1 : number;
    }

    private int onlyIndicator() {
        return mapping.indicator() == null ? -1 : indicatorsById.getOrDefault(mapping.indicator(), -1);
    }

    private Optional<ObservationStatus> status(int row, int value) {
        if (columns.statuses().isEmpty() || columns.status(value) < 0) {
            return NORMAL;
        }
        int column = columns.status(value);
        String cell = grid.cell(row, column);
        ObservationStatus said = mapping.missing().get(cell);
        Optional<ObservationStatus> status =
                said == null ? Words.flags(cell).or(() -> Words.missing(cell)) : Optional.of(said);
        if (status.isEmpty()) {
            problem(
                    row,
                    column,
                    "Expected flags such as P or b, got '" + cell + "'; say what it means under \"missing\"");
        }
        return status;
    }

    /** Returns the word for a row's qualifier; nothing for an exact figure. */
    private String qualifier(int row) {
        String cell = grid.cell(row, columns.qualifier());
        if (cell.isEmpty() || cell.equals(Qualifier.EXACT.name())) {
            return "";
        }
        Optional<String> word = Words.qualifier(cell);
        if (word.isEmpty()) {
            problem(row, columns.qualifier(), "Expected BELOW, ABOVE, ABOUT, AT_LEAST or AT_MOST, got '" + cell + "'");
        }
        return word.orElse("");
    }

    private int power(int row, Unit unit) {
        Optional<Integer> said = multipliers.power(grid, row);
        Optional<Integer> power = said.flatMap(each -> Multipliers.beside(unit, each));
        if (power.isEmpty()) {
            String cell = grid.cell(row, columns.multiplier());
            problem(
                    row,
                    columns.multiplier(),
                    said.isPresent()
                            ? "Expected the multiple that the unit '" + unit + "' names, or none, got '" + cell + "'"
                            : "Expected a power of ten such as 6 or millions, got '" + cell + "'");
        }
        return power.orElse(0);
    }

    private int combination(int row) {
        if (columns.dimensions().size() == 0) {
            return -1;
        }
        ImmutableList.Builder<String> members = ImmutableList.builder();
        for (int column : columns.dimensions()) {
            String member = grid.cell(row, column);
            members.add(member.isEmpty() ? "-" : member);
        }
        try {
            return combinations.computeIfAbsent(members.build(), rows::combinationOf);
        } catch (IllegalArgumentException e) {
            problem(row, columns.dimensions().get(0), String.valueOf(e.getMessage()));
            return UNREADABLE;
        }
    }

    private void problem(int row, int column, String message) {
        problems.add(new ImportProblem(grid.place(row, column), message));
    }

    private static long[] powers() {
        long[] powers = new long[19];
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        return powers;
    }
}
