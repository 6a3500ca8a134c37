package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.CatalogException;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.QuantityFormatException;
import org.grassrootskpi.quantity.UnitVocabulary;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.tables.TableMapping.ImportedIndicator;
import org.jspecify.annotations.Nullable;

/**
 * Reads tables of somebody else, as CSV, TSV, {@code .xlsx}, JSON-stat or other JSON: finds out by itself how they are laid out, and says what it guessed.
 *
 * <pre>{@code
 * ImportedTable gdp = TableImport.of(Path.of("gdp.csv")).read();
 * gdp.questions().forEach(System.out::println);     // what was guessed
 * ResultTable result = gdp.engine().execute(Query.select(gdp.indicator("地区生产总值").id())
 *         .groupBy(Dimension.region(RegionLevel.PROVINCE), Dimension.period(Frequency.ANNUAL)));
 * }</pre>
 *
 * <p>It finds the charset (UTF-8, UTF-16 with a mark, else GB18030), what parts the fields, title rows, heads of several rows; whether
 * indicators, periods or regions lie in rows or in columns; units in heads, columns or the title; periods in many spellings; tokens of
 * missing values and flags glued to values; members and regions that are totals of others. A {@link TableMapping} says all of it: write
 * it with {@link #toJson}, correct it, and pass it to {@link #with}.
 *
 * <p>An import is strict unless it is {@link #lenient}: with a single cell that cannot be read nothing is loaded. Immutable.
 */
public final class TableImport {
    private final Path file;
    private final Optional<Catalog> catalog;
    private final Optional<TableMapping> mapping;
    private final @Nullable String sheet;
    private final boolean isLenient;

    private TableImport(
            Path file,
            Optional<Catalog> catalog,
            Optional<TableMapping> mapping,
            @Nullable String sheet,
            boolean isLenient) {
        this.file = file;
        this.catalog = catalog;
        this.mapping = mapping;
        this.sheet = sheet;
        this.isLenient = isLenient;
    }

    /**
     * {@return a strict import of a file}
     *
     * @param file a text file of fields, a workbook, whose name ends in {@code .xlsx}, or JSON, in {@code .json}: JSON-stat, or an
     *     array of arrays or of objects
     */
    public static TableImport of(Path file) {
        return new TableImport(file, Optional.empty(), Optional.empty(), null, false);
    }

    /**
     * {@return this with the regions of a catalogue, which the table names by code or name, and its indicators}
     *
     * @param known the catalogue
     */
    public TableImport against(Catalog known) {
        return new TableImport(file, Optional.of(known), mapping, sheet, isLenient);
    }

    /**
     * {@return this by a mapping, in place of one found out: columns are found by their heads, whatever their order}
     *
     * @param corrected one of {@link #propose}, as a person left it
     */
    public TableImport with(TableMapping corrected) {
        return new TableImport(file, catalog, Optional.of(corrected), corrected.sheet(), isLenient);
    }

    /**
     * {@return this by a mapping in a file}
     *
     * @param json a file that {@link #toJson} wrote
     * @throws IOException if it cannot be read
     * @throws ImportException if it is no mapping
     */
    public TableImport with(Path json) throws IOException {
        return with(MappingJson.read(json));
    }

    /**
     * {@return this of a certain sheet of a workbook, in place of the first that has cells}
     *
     * @param name its name
     */
    public TableImport sheet(String name) {
        return new TableImport(file, catalog, mapping, name, isLenient);
    }

    /** {@return this, setting aside cells that cannot be read; {@link ImportedTable#problems} lists them} */
    public TableImport lenient() {
        return new TableImport(file, catalog, mapping, sheet, true);
    }

    /**
     * Finds out how the table is laid out.
     *
     * @return the mapping, with the questions that it leaves
     * @throws IOException if the file cannot be read
     * @throws ImportException if it has no rows with numbers below a head
     */
    public TableMapping propose() throws IOException {
        return mapping.isPresent() ? mapping.get() : proposed(grid());
    }

    private TableMapping proposed(Grid grid) {
        TableMapping proposed = new TableSniffer(grid, catalog).propose();
        return QuotedRows.find(grid)
                .map(rows -> proposed.withQuestions(List.of(rows.question())))
                .orElse(proposed);
    }

    /**
     * Reads the table.
     *
     * @return the observations, their catalogue, and what was guessed
     * @throws IOException if the file cannot be read
     * @throws ImportException if a cell cannot be read, or two rows have one key, as far as this is strict
     */
    public ImportedTable read() throws IOException {
        return read(grid());
    }

    ImportedTable read(Grid found) {
        Optional<QuotedRows> quoted = QuotedRows.find(found);
        try {
            ImportedTable table = readByMapping(found);
            return quoted.map(rows -> table.asking(rows.question())).orElse(table);
        } catch (ImportException e) {
            throw quoted.map(rows -> e.because(rows.problem())).orElse(e);
        }
    }

    private ImportedTable readByMapping(Grid found) {
        TableMapping by = mapping.isPresent() ? mapping.get() : proposed(found);
        check(by, found.name(), catalog);
        Grid grid = mapping.isPresent() ? MappedGrid.of(found, by) : found;
        TableReader reader = new TableReader(grid, by, skeleton(grid, by));
        ObservationTable table = reader.read();
        List<ImportProblem> problems = reader.problems();
        if (!isLenient && !problems.isEmpty()) {
            throw new ImportException(problems);
        }
        return new ImportedTable(table, reader.mapping(), ImmutableList.copyOf(problems));
    }

    /** Checks that a mapping that a person edited names indicators that it describes. */
    private Skeleton skeleton(Grid grid, TableMapping by) {
        try {
            return new Skeleton(grid, by, catalog);
        } catch (CatalogException e) {
            throw new ImportException(List.of(new ImportProblem(
                    grid.name(), "Expected regions and indicators that make a catalogue, got " + e.getMessage())));
        }
    }

    private static void check(TableMapping mapping, String name, Optional<Catalog> catalog) {
        List<ImportProblem> problems = new ArrayList<>();
        List<String> ids =
                mapping.indicators().stream().map(ImportedIndicator::id).toList();
        for (Column column : mapping.columns()) {
            if (column.indicator() != null && !ids.contains(column.indicator())) {
                problems.add(new ImportProblem(
                        "column '" + column.name() + "' of the mapping",
                        "Expected one of the mapping's indicators " + ids + ", got '" + column.indicator() + "'"));
            }
        }
        if (mapping.indicator() != null && !ids.contains(mapping.indicator())) {
            problems.add(new ImportProblem(
                    name, "Expected one of the mapping's indicators " + ids + ", got '" + mapping.indicator() + "'"));
        }
        List<String> dimensions = mapping.columns().stream()
                .map(Column::dimension)
                .filter(Objects::nonNull)
                .toList();
        for (String dimension : mapping.totals().keySet()) {
            if (!dimensions.contains(dimension)) {
                problems.add(new ImportProblem(
                        "totals of the mapping",
                        "Expected one of the dimensions " + dimensions + ", got '" + dimension + "'"));
            }
        }
        RegionLevel level = mapping.level();
        if (!mapping.levels().isEmpty()
                ? !mapping.levels().contains(level.code())
                : catalog.isEmpty() && !RegionLevel.prepared().contains(level)) {
            problems.add(new ImportProblem(
                    "level of the mapping",
                    "Expected one of China's levels " + RegionLevel.prepared() + ", or one of \"levels\" "
                            + mapping.levels() + ", got '" + level + "'"));
        }
        UnitVocabulary units = Skeleton.units(mapping, catalog);
        for (ImportedIndicator indicator : mapping.indicators()) {
            checkUnit(units, indicator.unit(), "indicator '" + indicator.id() + "'", problems);
        }
        for (Column column : mapping.columns()) {
            if (column.unit() != null) {
                checkUnit(units, column.unit(), "column '" + column.name() + "'", problems);
            }
        }
        if (!problems.isEmpty()) {
            throw new ImportException(problems);
        }
    }

    private static void checkUnit(UnitVocabulary units, String unit, String where, List<ImportProblem> problems) {
        try {
            units.parse(unit);
        } catch (QuantityFormatException e) {
            problems.add(new ImportProblem(
                    where + " of the mapping",
                    "Expected a unit such as 亿元 or count:人, or one of the mapping's units, got '" + unit + "'"));
        }
    }

    private Grid grid() throws IOException {
        String lower = file.toString().toLowerCase(Locale.ROOT);
        if (lower.endsWith(".xlsx")) {
            return WorkbookGrid.read(file, sheet);
        }
        if (lower.endsWith(".json")) {
            return JsonGrid.read(file);
        }
        return TextGrid.read(
                file,
                mapping.map(TableMapping::charset).orElse(null),
                mapping.map(TableMapping::delimiter).orElse(null));
    }

    /**
     * {@return a mapping as JSON}
     *
     * @param mapping any mapping
     */
    public static String toJson(TableMapping mapping) {
        return MappingJson.toJson(mapping);
    }

    /**
     * Reads a mapping from JSON.
     *
     * @param json as {@link #toJson} writes it
     * @return the mapping
     * @throws ImportException if the text is no mapping
     */
    public static TableMapping parseMapping(String json) {
        return MappingJson.parse(json, "mapping");
    }
}
