package org.grassrootskpi.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.quantity.Qualifier;
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

    private final Grid grid;
    private final TableMapping mapping;
    private final Skeleton skeleton;
    private final Catalog catalog;
    private final TableSchema schema;
    private final MappedColumns columns;
    private final TablePeriods periods;
    private final boolean hasRegionsInHeads;
    private final List<ImportProblem> problems = new ArrayList<>();
    private final Map<String, Integer> regions = new HashMap<>();
    private final RowNumbers ofRegions;
    private final RowNumbers ofIndicators;
    private final RowNumbers ofCombinations;
    private final Map<String, Integer> indicators = new HashMap<>();
    private final Map<String, Integer> indicatorsById = new HashMap<>();
    private final Set<String> leftOut;
    private final RowUnits units;
    private final Multipliers multipliers;
    private final List<Indicator> declared;
    private final RegionNumbering numbering;
    private final ObservationTableBuilder builder;
    private final RowAppender rows;
    private final ValueAppender values;
    private final PlainRows plainRows;
    private final ChangedFigures changed = new ChangedFigures();
    private final boolean[] isYearToDate;
    private final int[] valueColumns;
    private final boolean hasComma;
    private final boolean hasMissingNumbers;

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
        hasComma = mapping.decimal().equals(",");
        plainRows = new PlainRows(rows);
        values = new ValueAppender(rows, schema, declared, usual, hasComma);
        hasMissingNumbers = mapping.missing().keySet().stream().anyMatch(TableReader::isNumber);
        columns = MappedColumns.of(mapping, schema);
        valueColumns = columns.values().stream().mapToInt(column -> column).toArray();
        ofRegions = new RowNumbers(grid, skeleton.columns(), this::foundRegion);
        ofIndicators = new RowNumbers(
                grid,
                columns.indicator().columns(),
                row -> indicators.getOrDefault(columns.indicator().text(grid, row), -1));
        ofCombinations = new RowNumbers(grid, columns.dimensions(), this::foundCombination);
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
        // Without values all that rows could lack is a consequence.
        for (int row = first; row <= last && valueColumns.length > 0 && problems.size() < MOST_PROBLEMS; row++) {
            if (!grid.isEmpty(row)) {
                readRow(row);
            }
        }
        plainRows.flush();
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

    /** Returns the mapping with what only the values of all rows say. */
    TableMapping mapping() {
        return mapping.withQuestions(changed.questions().toList());
    }

    private void readRow(int row) {
        int region = region(row);
        if (region == Skeleton.LEFT_OUT) {
            return;
        }
        int period = periods.ofRow(row);
        int combination = combination(row);
        int ofRow = columns.indicator().isEmpty() ? onlyIndicator() : indicator(row);
        for (int column : valueColumns) {
            Column of = mapping.columns().get(column);
            int indicator = of.indicator() == null ? ofRow : indicatorsById.getOrDefault(of.indicator(), -1);
            int when = of.period() == null ? period : periods.ofHead(of.period(), row, column);
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
        Unit unit = units.of(row, column, indicator);
        if (unit == null) {
            return;
        }
        int power = columns.multiplier() < 0 ? 0 : power(row, unit);
        String qualifier = columns.qualifier() < 0 ? "" : qualifier(row);
        long plain = grid.at(row, column);
        if (power == 0
                && qualifier.isEmpty()
                && status == ObservationStatus.NORMAL
                && units.isUsual(unit, indicator)
                && values.isPlain(plain, indicator)
                && !(hasMissingNumbers && mapping.missing().containsKey(PlainNumber.text(plain)))) {
            plainRows.add(indicator, region, period, combination, row, values.unscaled(plain, indicator));
            return;
        }
        String cell = grid.cell(row, column);
        Optional<Figure> read = Figure.read(cell, hasComma, mapping.missing());
        if (read.isEmpty()) {
            problem(
                    row,
                    column,
                    "Expected a number, got '" + cell
                            + "'; if it stands for a missing value, name it under \"missing\"");
            return;
        }
        plainRows.flush();
        rows.row(indicator, region, period).origin(row);
        if (combination >= 0) {
            rows.combination(combination);
        }
        // A status that says why there is no value says more than a sign that there is none.
        ObservationStatus own = read.get().status();
        boolean isExplained = own == ObservationStatus.MISSING && !status.hasValue();
        try {
            values.add(read.get(), isExplained ? status : status.worst(own), indicator, power, qualifier, unit)
                    .ifPresent(figure -> changed.add(declared.get(indicator).id(), figure, grid, row, column));
        } catch (ArithmeticException | IllegalArgumentException e) {
            problem(
                    row,
                    column,
                    "'" + cell + "' does not fit the indicator '"
                            + declared.get(indicator).id() + "': " + e.getMessage());
        }
    }

    private int region(int row) {
        if (hasRegionsInHeads) {
            return -1;
        }
        return skeleton.hasRegionOfOneColumn() ? ofRegions.of(row) : foundRegion(row);
    }

    private int foundRegion(int row) {
        String key = skeleton.regionKey(grid, row);
        if (!leftOut.isEmpty() && (leftOut.contains(key) || skeleton.isLeftOut(grid, row, leftOut))) {
            return Skeleton.LEFT_OUT;
        }
        return regions.computeIfAbsent(key, any -> {
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
        int number = ofIndicators.of(row);
        String text = number < 0 ? columns.indicator().text(grid, row) : "";
        if (!text.isEmpty()) {
            problem(
                    row,
                    columns.indicator().columns().get(0),
                    "Expected an indicator of the mapping, got '" + text + "'; describe it under \"indicators\"");
        }
        return number;
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
        try {
            return ofCombinations.of(row);
        } catch (IllegalArgumentException e) {
            problem(row, columns.dimensions().get(0), String.valueOf(e.getMessage()));
            return UNREADABLE;
        }
    }

    private int foundCombination(int row) {
        plainRows.flush();
        return rows.combinationOf(columns.dimensions().stream()
                .map(column -> grid.cell(row, column))
                .map(member -> member.isEmpty() ? "-" : member)
                .toList());
    }

    private static boolean isNumber(String text) {
        return PlainNumber.of(text.toCharArray(), 0, text.length()) != PlainNumber.NONE;
    }

    private void problem(int row, int column, String message) {
        problems.add(new ImportProblem(grid.place(row, column), message));
    }
}
