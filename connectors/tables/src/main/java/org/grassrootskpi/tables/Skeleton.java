package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.DeclaredLevel;
import org.grassrootskpi.model.DeclaredUnit;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.RegionNumbering;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.quantity.UnitVocabulary;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.tables.TableMapping.ImportedIndicator;
import org.grassrootskpi.tables.TableMapping.Role;

/** The catalogue that a table needs: the regions of one that is given or those of the rows, and the indicators of the mapping. */
final class Skeleton {
    static final int LEFT_OUT = -2;

    private static final String SECTOR = "imported";

    private final TableMapping mapping;
    private final Optional<Catalog> given;
    private final KnownRegions known;
    private final List<Integer> regionColumns = new ArrayList<>();
    /** For each column of regions the column that has their names, or -1. */
    private final List<Integer> nameColumns = new ArrayList<>();

    private final RegionCodes codes;

    private Optional<String> whole = Optional.empty();

    private final Catalog catalog;
    private final TableSchema schema;

    Skeleton(Grid grid, TableMapping mapping, Optional<Catalog> given) {
        this.mapping = mapping;
        this.given = given;
        known = given.map(catalogue -> KnownRegions.of(catalogue.regions())).orElse(KnownRegions.NONE);
        for (int column = 0; column < mapping.columns().size(); column++) {
            if (mapping.columns().get(column).role() == Role.REGION) {
                regionColumns.add(column);
                nameColumns.add(nameColumn(column));
            }
        }
        if (regionColumns.size() == 1 && nameColumns.get(0) < 0) {
            nameColumns.set(0, onlyNameColumn());
        }
        codes = new RegionCodes(
                grid,
                regionColumns,
                mapping.columns().stream()
                        .map(Column::region)
                        .filter(Objects::nonNull)
                        .toList());
        schema = schema(mapping);
        catalog = build(grid);
    }

    /** Returns the column beside a column of codes that has the names: the one that is called alike, else either that no other has. */
    private int nameColumn(int column) {
        for (int name : new int[] {column - 1, column + 1}) {
            if (isName(name) && stem(name).equals(stem(column))) {
                return name;
            }
        }
        for (int name : new int[] {column + 1, column - 1}) {
            boolean isOfAnother = name > column
                    && name + 1 < mapping.columns().size()
                    && mapping.columns().get(name + 1).role() == Role.REGION
                    && stem(name).equals(stem(name + 1));
            if (isName(name) && !nameColumns.contains(name) && !isOfAnother) {
                return name;
            }
        }
        return -1;
    }

    /** Returns the only column of names, wherever it is, or -1. */
    private int onlyNameColumn() {
        int found = -1;
        for (int column = 0; column < mapping.columns().size(); column++) {
            if (isName(column)) {
                if (found >= 0) {
                    return -1;
                }
                found = column;
            }
        }
        return found;
    }

    private String stem(int column) {
        return mapping.columns()
                .get(column)
                .name()
                .toLowerCase(Locale.ROOT)
                .replaceAll("name|code|new|old|id|名称|代码|[^\\p{L}]", "");
    }

    private boolean isName(int column) {
        return column >= 0
                && column < mapping.columns().size()
                && mapping.columns().get(column).role() == Role.REGION_NAME;
    }

    Catalog catalog() {
        return catalog;
    }

    TableSchema schema() {
        return schema;
    }

    int regionColumn() {
        return regionColumns.isEmpty() ? 0 : regionColumns.get(regionColumns.size() - 1);
    }

    private static TableSchema schema(TableMapping mapping) {
        TableSchema.Builder schema = TableSchema.builder();
        for (Column column : mapping.columns()) {
            if (column.role() == Role.DIMENSION && column.dimension() != null) {
                schema.addDimensions(column.dimension());
            }
        }
        mapping.totals().forEach(schema::total);
        mapping.indicators().stream()
                .filter(indicator -> indicator.decimals() == null)
                .forEach(indicator -> schema.addFloatingPoint(indicator.id()));
        return schema.build();
    }

    /** Returns the columns that say the region of a row, by codes and names. */
    List<Integer> columns() {
        List<Integer> columns = new ArrayList<>(regionColumns);
        nameColumns.stream().filter(column -> column >= 0).forEach(columns::add);
        return columns;
    }

    /** Returns whether a row's own cells say its region; else those of merged cells above it may. */
    boolean hasRegionOfOneColumn() {
        return regionColumns.size() <= 1;
    }

    /** Returns what a row calls its region: the texts of its columns of regions that are not empty, the widest first. */
    String regionKey(Grid grid, int row) {
        if (regionColumns.size() == 1) {
            return codeOrName(grid, row);
        }
        StringBuilder key = new StringBuilder();
        for (int column : regionColumns) {
            String cell = region(grid, row, column);
            if (!cell.isEmpty()) {
                key.append(key.isEmpty() ? "" : Heads.BETWEEN).append(cell);
            }
        }
        return key.toString();
    }

    /** Returns the code of a row's only region, or its name if it has no code. */
    private String codeOrName(Grid grid, int row) {
        String code = grid.cell(row, regionColumns.get(0));
        return code.isEmpty() && nameColumns.get(0) >= 0 ? grid.cell(row, nameColumns.get(0)) : code;
    }

    /** Returns the text of a column of regions; below a merged cell, where the regions within it are named, that of the cell. */
    private String region(Grid grid, int row, int column) {
        String cell = grid.cell(row, column);
        if (!cell.isEmpty()
                || column == regionColumn()
                || grid.cell(row, regionColumn()).isEmpty()) {
            return cell;
        }
        int first = grid.rowOf(mapping.headRow()) + mapping.headRows();
        for (int above = row - 1; above >= first; above--) {
            if (!grid.cell(above, column).isEmpty()) {
                return grid.cell(above, column);
            }
        }
        return cell;
    }

    boolean isLeftOut(Grid grid, int row, Set<String> leftOut) {
        for (int column : regionColumns) {
            if (leftOut.contains(grid.cell(row, column))) {
                return true;
            }
        }
        return nameColumns.stream().anyMatch(column -> column >= 0 && leftOut.contains(grid.cell(row, column)));
    }

    /** Returns the number of a region by its code or by the key of a row, or -1. */
    int number(String key, RegionNumbering numbering) {
        Optional<String> code = given.isPresent() ? known.find(RegionCodes.lastOf(key)) : codes.find(key);
        return code.map(numbering::numberOf).orElse(-1);
    }

    private Catalog build(Grid grid) {
        Catalog.Builder builder = Catalog.builder();
        Set<String> indicators = new LinkedHashSet<>();
        given.ifPresent(catalogue -> {
            builder.addAllLanguages(catalogue.languages());
            builder.addAllUnits(catalogue.units());
            builder.addAllRegionLevels(catalogue.regionLevels());
            builder.addAllRegions(catalogue.regions());
            builder.addAllSectors(catalogue.sectors());
            builder.addAllIndicators(catalogue.indicators());
            catalogue.indicators().forEach(indicator -> indicators.add(indicator.id()));
        });
        if (given.stream()
                .flatMap(catalogue -> catalogue.sectors().stream())
                .noneMatch(sector -> sector.id().equals(SECTOR))) {
            builder.addSectors(
                    Sector.builder().id(SECTOR).name(words("导入", "Imported")).build());
        }
        declare(builder);
        UnitVocabulary units = units(mapping, given);
        for (ImportedIndicator indicator : mapping.indicators()) {
            if (indicators.add(indicator.id())) {
                builder.addIndicators(indicator(indicator, units));
            }
        }
        if (given.isEmpty()) {
            addRegions(grid, builder);
        }
        return builder.build();
    }

    private Indicator indicator(ImportedIndicator imported, UnitVocabulary units) {
        LocalizedText name = name(imported.name());
        return Indicator.builder()
                .id(imported.id())
                .name(name)
                .definition(words("导入表中的“" + imported.text() + "”", "'" + imported.text() + "' of the imported table"))
                .sector(SECTOR)
                .kind(imported.kind())
                .unit(units.parse(imported.unit()).base())
                .decimals(imported.decimals() == null ? 0 : imported.decimals())
                .direction(Direction.NEUTRAL)
                .build();
    }

    private void addRegions(Grid grid, Catalog.Builder builder) {
        Set<String> leftOut = new LinkedHashSet<>(mapping.regionsLeftOut());
        for (Column column : mapping.columns()) {
            if (column.region() != null && codes.find(column.region()).isEmpty()) {
                add(builder, column.region(), column.region(), Optional.empty(), mapping.level());
            }
        }
        if (regionColumns.isEmpty()) {
            if (codes.isEmpty()) {
                add(builder, "", "all", Optional.empty(), mapping.level());
            }
            return;
        }
        whole = addWhole(builder);
        int first = grid.rowOf(mapping.headRow()) + mapping.headRows();
        int last = grid.lastRow(mapping.lastRow(), first);
        Set<String> seen = new HashSet<>();
        IntStream rows = columns().size() == 1
                ? IntStream.of(grid.column(regionColumns.get(0)).firstRows(first, last))
                : IntStream.rangeClosed(first, last);
        RowKeys keys = new RowKeys(grid, columns());
        rows.filter(row -> {
                    int known = keys.size();
                    return regionColumns.size() > 1 || (keys.of(row) == known && seen.add(codeOrName(grid, row)));
                })
                .filter(row -> !grid.isEmpty(row) && !isLeftOut(grid, row, leftOut))
                .forEach(row -> addRegionsOf(grid, row, builder));
    }

    /** Adds the region that all others lie in, if the mapping names one and there is a level above theirs. */
    private Optional<String> addWhole(Catalog.Builder builder) {
        String name = mapping.whole();
        RegionLevel level = level(regionColumns.size());
        if (name == null || level.equals(level(regionColumns.size() - 1))) {
            return Optional.empty();
        }
        String code = codes.addWhole(name, mapping.regionsLeftOut().contains(name));
        builder.addRegions(Region.builder()
                .code(code)
                .name(LocalizedText.of(name, name))
                .level(level)
                .build());
        return Optional.of(code);
    }

    private void addRegionsOf(Grid grid, int row, Catalog.Builder builder) {
        StringBuilder key = new StringBuilder();
        Optional<String> parent = whole;
        for (int i = 0; i < regionColumns.size(); i++) {
            String cell = regionColumns.size() == 1 ? codeOrName(grid, row) : region(grid, row, regionColumns.get(i));
            if (cell.isEmpty()) {
                continue;
            }
            key.append(key.isEmpty() ? "" : Heads.BETWEEN).append(cell);
            if (codes.find(key.toString()).isEmpty()) {
                int column = regionColumns.get(i);
                codes.otherSpelling(key.toString()).ifPresent(before -> refuseSpelling(grid, row, column, before));
                String name = nameColumns.get(i) < 0 ? "" : grid.cell(row, nameColumns.get(i));
                add(builder, key.toString(), name.isEmpty() ? cell : name, parent, level(regionColumns.size() - 1 - i));
            }
            parent = codes.find(key.toString());
        }
    }

    /** Returns the level that is some steps above that of the table's regions. */
    private RegionLevel level(int above) {
        List<RegionLevel> levels = mapping.levels().isEmpty()
                ? RegionLevel.prepared()
                : mapping.levels().stream().map(RegionLevel::of).toList();
        int own = levels.indexOf(mapping.level());
        return own < 0 ? mapping.level() : levels.get(Math.max(0, own - above));
    }

    /** Declares the levels of the mapping, and units that are neither the library's nor those of the given catalogue. */
    private void declare(Catalog.Builder builder) {
        for (String level : mapping.levels()) {
            builder.addRegionLevels(DeclaredLevel.builder()
                    .code(level)
                    .name(LocalizedText.of(level, level))
                    .build());
        }
        UnitVocabulary known = given.map(Catalog::unitVocabulary).orElseGet(UnitVocabulary::standard);
        mapping.units().forEach((text, code) -> {
            if (!UnitWords.isKnown(code, known)) {
                builder.addUnits(DeclaredUnit.builder()
                        .code(code)
                        .name(name(UnitWords.isSymbol(text) ? text : code))
                        .build());
            }
        });
    }

    /** Returns the units that a mapping may name: those of the library, of the given catalogue, and the mapping's own. */
    static UnitVocabulary units(TableMapping mapping, Optional<Catalog> given) {
        UnitVocabulary known = given.map(Catalog::unitVocabulary).orElseGet(UnitVocabulary::standard);
        return known.withAll(
                mapping.units().values().stream()
                        .filter(code -> code.matches(DeclaredUnit.CODE_FORM) && !UnitWords.isKnown(code, known))
                        .map(code -> Unit.of(code, code, 1, 1))
                        .toList(),
                List.of());
    }

    private LocalizedText words(String zh, String en) {
        return LocalizedText.of(zh, en).within(given.map(Catalog::languages).orElse(ImmutableSet.of()));
    }

    /** Returns a name of the table for the catalogue, in its first language. */
    private LocalizedText name(String text) {
        return LocalizedText.of(text, text).within(given.map(Catalog::languages).orElse(ImmutableSet.of()));
    }

    private static void refuseSpelling(Grid grid, int row, int column, String before) {
        throw new ImportException(List.of(new ImportProblem(
                grid.place(row, column),
                "Expected '" + RegionCodes.lastOf(before) + "' as a row above spells it, got '" + grid.cell(row, column)
                        + "'; spell both the same way, or name one under \"regionsLeftOut\"")));
    }

    private void add(Catalog.Builder builder, String key, String name, Optional<String> parent, RegionLevel level) {
        Region.Builder region = Region.builder()
                .code(codes.add(key))
                .name(LocalizedText.of(name, name))
                .level(level);
        parent.ifPresent(region::parent);
        builder.addRegions(region.build());
    }
}
