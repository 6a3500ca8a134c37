package org.grassrootskpi.publish;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Refusal;
import org.grassrootskpi.query.Remark;
import org.grassrootskpi.query.ResultColumn;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;

/** Lays a result out: keys to the left, figures to the right, side by side where the format says so. */
final class PublicationLayout {
    private static final String INDICATOR = "indicator";

    private final ResultTable result;
    private final Catalog catalog;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> sectorNames = new HashMap<>();
    private final Set<String> regions = new HashSet<>();
    private final TableFormat format;
    private final Language language;
    private final List<ResultColumn<?>> keys = new ArrayList<>();
    private final List<ResultColumn<?>> measures = new ArrayList<>();
    private final @Nullable ResultColumn<?> across;
    private final Map<String, Integer> noteNumbers = new LinkedHashMap<>();

    PublicationLayout(ResultTable result, Catalog catalog, TableFormat format) {
        this.result = result;
        this.catalog = catalog;
        this.format = format;
        language = format.language();
        catalog.indicators()
                .forEach(indicator -> names.put(indicator.id(), indicator.name().in(language)));
        catalog.sectors()
                .forEach(sector -> sectorNames.put(sector.id(), sector.name().in(language)));
        if (!catalog.regionLevels().isEmpty()) {
            catalog.regions().forEach(region -> regions.add(region.code()));
        }
        ResultColumn<?> side = null;
        for (ResultColumn<?> column : result.columns()) {
            if (column.type() == Cell.class) {
                measures.add(column);
            } else if (format.across().equals(Optional.of(column.name()))) {
                side = column;
            } else {
                keys.add(column);
            }
        }
        across = side;
        if (side == null && format.across().isPresent()) {
            throw new IllegalArgumentException("Expected a column of the result "
                    + keys.stream().map(ResultColumn::name).toList() + " to lay side by side, got '"
                    + format.across().get() + "'");
        }
    }

    /** A figure of the table: the cell, and the member and the measure that say its column. */
    private record Place(String member, ResultColumn<?> measure) {}

    PublicationTable table() {
        Set<Place> places = new LinkedHashSet<>();
        Map<List<String>, Map<Place, Integer>> lines = new LinkedHashMap<>();
        Set<String> members = new LinkedHashSet<>();
        for (int row = 0; row < result.rowCount(); row++) {
            String member = across == null ? "" : name(across, row);
            members.add(member);
            List<String> key = new ArrayList<>();
            for (ResultColumn<?> column : keys) {
                key.add(name(column, row));
            }
            Map<Place, Integer> line = lines.computeIfAbsent(key, any -> new HashMap<>());
            for (ResultColumn<?> measure : measures) {
                if (line.put(new Place(member, measure), row) != null) {
                    throw new IllegalArgumentException(
                            "Expected one row for " + key + (across == null ? "" : " and " + member)
                                    + ", got several; group by what tells them apart");
                }
            }
        }
        if (across == null) {
            // A result without rows has its columns as well.
            members.add("");
        }
        for (String member : members) {
            measures.forEach(measure -> places.add(new Place(member, measure)));
        }
        return laidOut(ImmutableList.copyOf(places), lines);
    }

    private PublicationTable laidOut(ImmutableList<Place> places, Map<List<String>, Map<Place, Integer>> lines) {
        Set<String> all = new LinkedHashSet<>();
        Map<List<String>, Set<String>> byLine = new LinkedHashMap<>();
        Map<Place, Set<String>> byPlace = new LinkedHashMap<>();
        lines.forEach((key, line) -> line.forEach((place, row) -> {
            Cell cell = cell(place.measure(), row);
            if (cell.hasValue()) {
                String unit = symbol(unit(cell, row));
                all.add(unit);
                byLine.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(unit);
                byPlace.computeIfAbsent(place, any -> new LinkedHashSet<>()).add(unit);
            }
        }));
        boolean isOne = all.size() <= 1;
        boolean isOfColumns = !isOne && byPlace.values().stream().allMatch(units -> units.size() <= 1);
        boolean isOfRows = !isOne && !isOfColumns && byLine.values().stream().allMatch(units -> units.size() <= 1);
        List<String> head = new ArrayList<>();
        keys.forEach(column -> head.add(levelName(column).orElseGet(() -> head(column.name()))));
        if (isOfRows) {
            head.add(Words.of("head.unit", language));
        }
        places.forEach(place ->
                head.add(head(place) + (isOfColumns ? inBrackets(byPlace.getOrDefault(place, Set.of())) : "")));
        List<ImmutableList<PublicationCell>> rows = new ArrayList<>();
        lines.forEach((key, line) -> {
            ImmutableList.Builder<PublicationCell> row = ImmutableList.builder();
            key.forEach(text -> row.add(PublicationCell.text(text)));
            if (isOfRows) {
                row.add(PublicationCell.text(String.join("", byLine.getOrDefault(key, Set.of()))));
            }
            for (Place place : places) {
                Integer number = line.get(place);
                row.add(
                        number == null
                                ? new PublicationCell("", Optional.empty(), true, ImmutableList.of())
                                : figure(cell(place.measure(), number), number, isOne || isOfColumns || isOfRows));
            }
            rows.add(row.build());
        });
        List<String> notes = new ArrayList<>();
        if (isOne && !all.isEmpty() && !all.iterator().next().isEmpty()) {
            notes.add(Words.of("unit", language, all.iterator().next()));
        }
        noteNumbers.forEach((note, number) -> notes.add("[" + number + "] " + note));
        for (Refusal refusal : result.refusals()) {
            String refused = refused(refusal);
            if (!noteNumbers.containsKey(refused)) {
                notes.add(refused);
            }
        }
        return new PublicationTable(
                ImmutableList.copyOf(head), ImmutableList.copyOf(rows), ImmutableList.copyOf(notes));
    }

    private String refused(Refusal refusal) {
        return Words.of(
                "refused",
                language,
                refusal.indicator().map(id -> names.getOrDefault(id, id)).orElse(""),
                refusal.message());
    }

    private static String inBrackets(Set<String> units) {
        String unit = String.join("", units);
        return unit.isEmpty() ? "" : " (" + unit + ")";
    }

    /** Returns what the regions of a column are called, where all are of one level that the catalogue names. */
    private Optional<String> levelName(ResultColumn<?> column) {
        Set<RegionLevel> levels = new HashSet<>();
        for (int row = 0; row < result.rowCount() && !catalog.regionLevels().isEmpty(); row++) {
            if (column.get(row) instanceof Region region && regions.contains(region.code())) {
                levels.add(region.level());
            }
        }
        return catalog.regionLevels().stream()
                .filter(level -> levels.size() == 1 && levels.contains(level.level()))
                .map(level -> level.name().in(language))
                .findFirst();
    }

    private String head(String column) {
        return Words.find("head." + column, language).orElse(column);
    }

    private String head(Place place) {
        String measure = Words.find("measure." + place.measure().name(), language)
                .orElse(place.measure().name());
        if (place.member().isEmpty()) {
            return measure;
        }
        return measures.size() == 1 ? place.member() : place.member() + " " + measure;
    }

    private static Cell cell(ResultColumn<?> measure, int row) {
        if (measure.get(row) instanceof Cell cell) {
            return cell;
        }
        throw new IllegalStateException("Column '" + measure.name() + "' lacks the cell of row " + row);
    }

    private PublicationCell figure(Cell cell, int row, boolean isUnitSaid) {
        ImmutableList<Integer> notes = notes(cell, row);
        if (!cell.hasValue()) {
            return new PublicationCell(format.missing(), Optional.empty(), true, notes);
        }
        String indicator = indicator(row);
        Unit unit = unit(cell, row);
        BigDecimal number = RoundedFigure.number(
                cell, unit, format.decimals(indicator).orElse(RoundedFigure.usualDecimals(cell, unit)));
        String symbol = isUnitSaid ? "" : symbol(unit);
        String text = RoundedFigure.text(cell, number, language);
        boolean isPlain = cell.qualifier() == Qualifier.EXACT;
        return new PublicationCell(
                symbol.isEmpty() ? text : text + (language.isChinese() ? "" : " ") + symbol,
                isPlain ? Optional.of(number) : Optional.empty(),
                true,
                notes);
    }

    private String symbol(Unit unit) {
        return catalog.unitName(unit)
                .map(name -> name.in(language))
                .orElseGet(() -> RoundedFigure.symbol(unit, language));
    }

    private Unit unit(Cell cell, int row) {
        return format.unit(indicator(row), cell.unit());
    }

    private String indicator(int row) {
        return result.row(row).indicator().orElse("");
    }

    /** Returns the numbers of what a reader of a cell must not overlook. */
    private ImmutableList<Integer> notes(Cell cell, int row) {
        List<String> notes = new ArrayList<>();
        if (cell.refusal().isPresent()) {
            notes.add(refused(cell.refusal().get()));
        } else {
            cell.absence().ifPresent(absence -> notes.add(Words.of("absence." + absence.name(), language)));
        }
        if (cell.present() < cell.expectedAtLeast() && cell.refusal().isEmpty()) {
            notes.add(Words.of(
                    cell.expected().isPresent() ? "coverage" : "coverageAtLeast",
                    language,
                    cell.expectedAtLeast(),
                    cell.present()));
        }
        if (cell.status() != ObservationStatus.NORMAL) {
            notes.add(Words.of("status." + cell.status().name(), language));
        }
        Optional<TimePeriod> period = result.row(row).period();
        cell.asOf()
                .filter(asOf ->
                        period.isEmpty() || !asOf.lastDay().equals(period.get().lastDay()))
                .ifPresent(asOf -> notes.add(Words.of("asOf", language, PeriodName.of(asOf, language))));
        for (Remark remark : cell.remarks()) {
            notes.add(
                    remark == Remark.UNPAIRED
                            ? Words.of("unpaired", language, cell.unpaired())
                            : Words.of("remark." + remark.name(), language));
        }
        return notes.stream()
                .map(note -> noteNumbers.computeIfAbsent(note, any -> noteNumbers.size() + 1))
                .collect(ImmutableList.toImmutableList());
    }

    private String name(ResultColumn<?> column, int row) {
        Object key = column.get(row);
        if (key == null) {
            return Words.of("elsewhere", language);
        }
        if (key instanceof Region region) {
            return region.name().in(language);
        }
        if (key instanceof TimePeriod period) {
            return PeriodName.of(period, language);
        }
        String text = key.toString();
        return switch (column.name()) {
            case INDICATOR -> names.getOrDefault(text, text);
            case "sector", "topSector" -> sectorNames.getOrDefault(text, text);
            default -> text;
        };
    }
}
