package org.grassrootskpi.tables;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.quantity.QuantityFormatException;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.quantity.UnitVocabulary;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.tables.TableMapping.ImportedIndicator;
import org.grassrootskpi.tables.TableMapping.Role;
import org.jspecify.annotations.Nullable;

/** The indicators of a table as far as they are found, and what is guessed of each: unit, decimals, kind. */
final class Indicators {
    private static final int NONE = -1;
    private static final String MADE_UP = "indicator-";
    private static final Pattern ACCENTS = Pattern.compile("[\u0300-\u036f]");

    private final Map<String, SeenIndicator> byText = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, Integer> multiples = new HashMap<>();
    private String ofTable = "";

    /** Ids that the table or the catalogue has itself, in small letters, of the form of those that are made up. */
    private final Set<String> taken = new HashSet<>();

    /** The codes of units that nobody knows, by their texts. */
    private final Map<String, String> units = new LinkedHashMap<>();

    private final UnitVocabulary known;

    Indicators(UnitVocabulary known) {
        this.known = known;
    }

    /** Returns the codes of the units that are neither the library's nor the catalogue's, by their texts in the table. */
    Map<String, String> units() {
        return units;
    }

    /** Returns a unit of the table's own for a text that names none that is known. */
    private Unit own(String text) {
        String code = units.computeIfAbsent(
                text,
                any -> UnitWords.code(any)
                        .filter(found -> !units.containsValue(found) && !UnitWords.isKnown(found, known))
                        .orElseGet(() -> "unit-" + (units.size() + 1)));
        return Unit.of(code, code, 1, 1);
    }

    private Optional<Unit> unit(String text) {
        try {
            return Optional.of(known.parse(text));
        } catch (QuantityFormatException e) {
            return UnitWords.read(text);
        }
    }

    /** Keeps ids that the table or the catalogue has itself from being made up for another indicator. */
    void keepFree(Stream<String> texts) {
        texts.map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> text.startsWith(MADE_UP))
                .forEach(taken::add);
    }

    /** Returns the id of an indicator by its text in the table, which is kept as it is where it is an id. */
    String add(String text) {
        return byText.computeIfAbsent(text, any -> new SeenIndicator(text, newId(text))).id;
    }

    private String newId(String text) {
        String plain = ACCENTS.matcher(
                        Normalizer.normalize(Heads.withoutUnit(text).replace(Heads.BETWEEN, "-"), Normalizer.Form.NFD))
                .replaceAll("");
        String id = plain;
        if (!plain.matches(Catalog.ID_FORM)) {
            id = plain.replaceAll("[^A-Za-z0-9._-]+", "-")
                    .replaceAll("[._-]{2,}", "-")
                    .replaceAll("^[._-]+|[._-]+$", "");
            // Of a name in other letters, what is left of it would name something else.
            boolean isOther = plain.codePoints().anyMatch(c -> c > 0x24f && Character.isLetter(c));
            if (isOther || id.isEmpty()) {
                return madeUp(text);
            }
        }
        String distinct = id;
        for (int number = 2; ids.containsKey(distinct.toLowerCase(Locale.ROOT)); number++) {
            distinct = id + "-" + number;
        }
        ids.put(distinct.toLowerCase(Locale.ROOT), text);
        return distinct;
    }

    private String madeUp(String text) {
        int number = ids.size() + 1;
        while (taken.contains(MADE_UP + number) || ids.containsKey(MADE_UP + number)) {
            number++;
        }
        ids.put(MADE_UP + number, text);
        return MADE_UP + number;
    }

    /** Says what all values of the table are, where rows name a part of it alone, such as the unit. */
    void ofTable(String name) {
        ofTable = name + Heads.BETWEEN;
    }

    /** Says the unit of an indicator that a head names without it. */
    void unit(String text, String unit) {
        SeenIndicator found = byText.get(text);
        if (found != null && found.unit == null) {
            found.unit = unit;
        }
    }

    /** Reads the values of all indicators to see which unit and how many decimals each needs. */
    List<ImportedIndicator> guessed(
            Grid grid,
            List<Column> columns,
            int firstRow,
            int lastRow,
            boolean comma,
            Optional<String> unitOfTitle,
            @Nullable String only,
            int unitColumn,
            List<String> questions) {
        MappedColumns.Joined texts = MappedColumns.Joined.of(columns, Role.INDICATOR);
        MappedColumns.Joined names = texts.withNames(columns);
        int multiplierColumn = first(columns, Role.MULTIPLIER);
        Multipliers multipliers = Multipliers.of(
                grid,
                multiplierColumn,
                multiplierColumn < 0 ? "" : columns.get(multiplierColumn).name(),
                firstRow,
                lastRow);
        boolean hasSameMultiples = false;
        List<SeenIndicator> all = new ArrayList<>();
        RowNumbers numbers = new RowNumbers(grid, texts.columns(), first -> {
            String text = texts.text(grid, first);
            if (text.isEmpty()) {
                return NONE;
            }
            all.add(found(text, names, grid, first));
            return all.size() - 1;
        });
        int[] values = IntStream.range(0, columns.size())
                .filter(column -> columns.get(column).role() == Role.VALUE)
                .toArray();
        Map<String, SeenIndicator> byId = new LinkedHashMap<>();
        byText.values().forEach(found -> byId.put(found.id, found));
        for (int row = firstRow; row <= lastRow; row++) {
            for (int column : values) {
                Column of = columns.get(column);
                SeenIndicator found =
                        of.indicator() != null ? byId.get(of.indicator()) : only != null ? byId.get(only) : null;
                if (found == null) {
                    int number = numbers.of(row);
                    if (number == NONE) {
                        continue;
                    }
                    found = all.get(number);
                }
                String unit = of.unit() != null ? of.unit() : unitColumn < 0 ? "" : grid.cell(row, unitColumn);
                if (of.unit() == null && found.unit == null && !unit.isEmpty()) {
                    found.unit = unit;
                }
                long cell = grid.at(row, column);
                int power = multipliers.power(grid, row).orElse(0);
                if (power > 0
                        && multiple(unit.isEmpty() ? found.said(unitOfTitle).orElse("") : unit) == power) {
                    power = 0;
                    hasSameMultiples = true;
                }
                if (of.unit() != null || found.isOther(unit)) {
                    found.seeOther(grid.cell(row, column), power, comma, unit);
                } else if (power == 0 && PlainNumber.is(cell, comma)) {
                    found.see(cell);
                } else {
                    found.see(grid.cell(row, column), power, comma);
                }
            }
        }
        if (hasSameMultiples) {
            questions.add("multiplier: units name the same multiples as '"
                    + columns.get(multiplierColumn).name() + "'; they are meant once");
        }
        return describe(unitOfTitle, questions);
    }

    private SeenIndicator found(String text, MappedColumns.Joined names, Grid grid, int row) {
        return byText.computeIfAbsent(text, any -> {
            SeenIndicator found = new SeenIndicator(text, newId(ofTable + text));
            found.name = ofTable + names.text(grid, row);
            return found;
        });
    }

    /** Returns the power of ten that a unit names. */
    private int multiple(String unit) {
        return multiples.computeIfAbsent(
                unit, text -> UnitWords.read(text).map(UnitWords::power).orElse(0));
    }

    private static int first(List<Column> columns, Role role) {
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).role() == role) {
                return column;
            }
        }
        return -1;
    }

    private List<ImportedIndicator> describe(Optional<String> unitOfTitle, List<String> questions) {
        List<ImportedIndicator> described = new ArrayList<>();
        List<String> flows = new ArrayList<>();
        List<String> generated = new ArrayList<>();
        List<String> toDate = new ArrayList<>();
        Map<String, List<String>> unknown = new LinkedHashMap<>();
        Map<String, List<String>> ofSeveralCountries = new LinkedHashMap<>();
        byText.forEach((text, found) -> {
            String name = found.name();
            Optional<String> said = found.said(unitOfTitle);
            Optional<Unit> unit = said.flatMap(this::unit);
            Heads.unit(name)
                    .filter(head -> UnitWords.read(head).isPresent()
                            && unit.isPresent()
                            && !UnitWords.read(head).equals(unit))
                    .ifPresent(head -> questions.add("unit: the name of '" + found.id + "' says " + head
                            + ", the table says " + said.get() + " of it; the latter is taken"));
            if (said.isPresent() && unit.isPresent() && Words.isOfSeveralCountries(said.get())) {
                ofSeveralCountries
                        .computeIfAbsent(said.get() + "' is read as " + unit.get(), any -> new ArrayList<>())
                        .add(found.id);
            }
            if (said.isPresent() && unit.isEmpty()) {
                unknown.computeIfAbsent(said.get(), any -> new ArrayList<>()).add(found.id);
            }
            if (found.isPercent && found.hasNumbersWithoutPercent) {
                questions.add("unit: some values of '" + found.id
                        + "' have a percent sign and others have none; those without are read in the same unit");
            }
            found.standIn()
                    .ifPresent(number -> questions.add("missing: " + number + " of '" + found.id
                            + "' is read as a value; if it stands for none, name it under \"missing\""));
            if (found.interval != null) {
                questions.add("values: intervals behind the numbers of '" + found.id + "', as in '" + found.interval
                        + "', are left out");
            }
            // What stands in brackets behind a name need not be a unit.
            boolean isUnit =
                    !found.isPercent && (found.unit != null || Heads.unit(name).isEmpty());
            Unit of = unit.or(() -> isUnit ? said.map(this::own) : Optional.empty())
                    .orElseGet(() -> Unit.parse(found.isPercent ? "%" : "count"));
            boolean isYearToDate = Words.isYearToDate(name);
            if (isYearToDate) {
                toDate.add(found.id);
            }
            String plain = Heads.withoutUnit(isYearToDate ? Words.withoutYearToDate(name) : name);
            // Neither shares nor points add up.
            boolean isRatio = of.base().equals(Unit.RATIO) || of.hasSameBase(Unit.PERCENTAGE_POINT);
            // What stands in brackets may be no unit, such as （年末）.
            Optional<IndicatorKind> kind = Words.kind(plain)
                    .or(() -> Heads.unit(name)
                            .filter(head -> UnitWords.read(head).isEmpty())
                            .flatMap(Words::kind))
                    .filter(word -> !isRatio || word != IndicatorKind.STOCK)
                    .or(() -> said.flatMap(Words::kind).filter(word -> word != IndicatorKind.STOCK))
                    .or(() -> isRatio ? Optional.of(IndicatorKind.RATIO) : Optional.empty());
            if (kind.isEmpty()) {
                flows.add(found.id);
            }
            if (found.id.startsWith(MADE_UP) && !found.id.equals(text)) {
                generated.add(found.id + " = " + Heads.withoutUnit(text));
            }
            described.add(new ImportedIndicator(
                    text,
                    found.id,
                    Heads.withoutUnit(name),
                    of.toString(),
                    found.decimals(of),
                    kind.orElse(IndicatorKind.FLOW),
                    isYearToDate ? true : null));
        });
        unknown.forEach((unit, of) -> questions.add("unit: '" + unit + "' of " + listed(of) + " is not known; "
                + (units.containsKey(unit)
                        ? "it is declared as a unit of the table's own, '" + units.get(unit) + "'"
                        : "their values are plain numbers")));
        ofSeveralCountries.forEach((unit, of) -> questions.add(
                "unit: '" + unit + " for " + listed(of) + "; if it is the currency of another country, give that one"));
        if (!flows.isEmpty()) {
            questions.add("kind: FLOW, what adds up over time, is a guess for " + listed(flows));
        }
        if (!toDate.isEmpty()) {
            questions.add("yearToDate: months of " + listed(toDate)
                    + " are read as sums from January on, as their names say");
        }
        if (!generated.isEmpty()) {
            questions.add("id: made up, to be replaced: " + listed(generated));
        }
        return described;
    }

    private static String listed(List<String> ids) {
        return ids.size() <= 5
                ? String.join(", ", ids)
                : String.join(", ", ids.subList(0, 5)) + " and " + (ids.size() - 5) + " more";
    }
}
