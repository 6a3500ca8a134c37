package org.grassrootskpi.tables;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.tables.TableMapping.Column;
import org.grassrootskpi.tables.TableMapping.Role;
import org.jspecify.annotations.Nullable;

/**
 * Says for each column of values what its head names: an indicator, a period, a region, and a unit where it is another than that of the
 * indicator.
 */
final class ValueHeads {
    private final List<Column> columns;
    private final KnownRegions known;
    private final TitleLines title;
    private final Indicators indicators;
    private final List<String> questions;
    private final List<Named> named = new ArrayList<>();
    private final Set<String> converted = new LinkedHashSet<>();

    ValueHeads(
            List<Column> columns, KnownRegions known, TitleLines title, Indicators indicators, List<String> questions) {
        this.columns = columns;
        this.known = known;
        this.title = title;
        this.indicators = indicators;
        this.questions = questions;
    }

    /**
     * An indicator that heads name.
     *
     * @param text as they do, with its unit
     * @param id its id
     * @param unit its unit
     * @param places the periods and regions of its columns
     */
    private record Named(String text, String id, Optional<Unit> unit, Set<String> places) {}

    /**
     * Settles the columns of values.
     *
     * @param unitColumn the column of units, or -1
     * @return the id of the only indicator, where neither columns nor heads name one
     */
    @Nullable String settle(int unitColumn) {
        boolean hasIndicators = columns.stream().anyMatch(column -> column.role() == Role.INDICATOR);
        long periods =
                columns.stream().filter(column -> column.role() == Role.PERIOD).count();
        Map<Integer, Heads.Parts> values = new LinkedHashMap<>();
        for (int column = 0; column < columns.size(); column++) {
            if (columns.get(column).role() == Role.VALUE) {
                String name = columns.get(column).name();
                values.put(
                        column, periods > 0 ? Heads.besideYears(name, known) : Heads.parts(name, known, title.year()));
            }
        }
        leaveOutThoseWithoutPeriod(values);
        leaveOutThoseWithoutRegion(values);
        Map<Integer, Heads.Parts> unnamed = new LinkedHashMap<>();
        values.forEach((column, parts) -> {
            boolean isNamed = !Heads.withoutUnit(parts.rest()).isEmpty()
                    && Words.role(parts.rest()).isEmpty();
            if (hasIndicators) {
                set(column, parts, null, null);
            } else if (isNamed) {
                name(column, parts);
            } else {
                unnamed.put(column, parts);
            }
        });
        if (columns.stream().noneMatch(column -> column.role() == Role.REGION)
                && values.values().stream().noneMatch(parts -> parts.region().isPresent())) {
            questions.add("region: no column has one; all rows are filed under one region called 'all'");
        }
        String only = null;
        if (isUnitTheOnlyIndicator(unitColumn)) {
            indicators.ofTable(indicatorOfTheTitle());
        } else if (!unnamed.isEmpty()) {
            only = nameByTheTitle(unnamed);
        }
        if (!converted.isEmpty()) {
            questions.add("unit: heads of one indicator have several units, such as " + String.join(", ", converted)
                    + "; each value is converted exactly");
        }
        return only;
    }

    private boolean isUnitTheOnlyIndicator(int unitColumn) {
        return unitColumn >= 0
                && columns.get(unitColumn).role() == Role.INDICATOR
                && columns.stream()
                                .filter(column -> column.role() == Role.INDICATOR)
                                .count()
                        == 1;
    }

    private void leaveOutThoseWithoutPeriod(Map<Integer, Heads.Parts> values) {
        if (columns.stream().noneMatch(column -> column.role() == Role.PERIOD)) {
            leaveOutThoseWithout(Heads.Parts::period, "period", values);
        }
    }

    /** Leaves out totals of the regions that other heads name, and what else has none: the table has no other place for them. */
    private void leaveOutThoseWithoutRegion(Map<Integer, Heads.Parts> values) {
        if (columns.stream().noneMatch(column -> column.role() == Role.REGION)) {
            leaveOutThoseWithout(Heads.Parts::region, "region", values);
        }
    }

    private void leaveOutThoseWithout(
            Function<Heads.Parts, Optional<?>> part, String of, Map<Integer, Heads.Parts> values) {
        if (values.values().stream().noneMatch(parts -> part.apply(parts).isPresent())) {
            return;
        }
        values.entrySet().removeIf(value -> {
            String name = columns.get(value.getKey()).name();
            boolean isLeftOut = part.apply(value.getValue()).isEmpty();
            if (isLeftOut) {
                questions.add("columns: '" + name + "' has no " + of + " while others have one; it is left out");
                columns.set(value.getKey(), Column.of(name, Role.IGNORED));
            }
            return isLeftOut;
        });
    }

    /** Finds the indicator that a head names: one of a head before, also in another unit that converts, if that is of other times or regions. */
    private void name(int column, Heads.Parts parts) {
        String place = parts.kept() + " " + parts.region();
        Optional<Unit> unit = Heads.unit(parts.rest()).flatMap(UnitWords::read);
        for (Named before : named) {
            if (before.text().equals(parts.rest())) {
                before.places().add(place);
                set(column, parts, before.id(), null);
                return;
            }
        }
        for (Named before : named) {
            boolean isSame = Heads.withoutUnit(before.text()).equals(Heads.withoutUnit(parts.rest()));
            if (isSame && converts(unit, before.unit()) && before.places().add(place)) {
                before.unit().ifPresent(of -> converted.add(of.symbol()));
                unit.ifPresent(of -> converted.add(of.symbol()));
                set(column, parts, before.id(), unit.map(Unit::toString).orElse(null));
                return;
            }
        }
        Named first = new Named(parts.rest(), indicators.add(parts.rest()), unit, new HashSet<>(Set.of(place)));
        named.add(first);
        set(column, parts, first.id(), null);
    }

    private static boolean converts(Optional<Unit> unit, Optional<Unit> other) {
        return unit.isPresent() && other.isPresent() && unit.get().hasSameBase(other.get());
    }

    private void set(int column, Heads.Parts parts, @Nullable String indicator, @Nullable String unit) {
        columns.set(
                column,
                new Column(
                        columns.get(column).name(),
                        Role.VALUE,
                        indicator,
                        parts.kept().orElse(null),
                        parts.region().orElse(null),
                        null,
                        unit));
    }

    private String indicatorOfTheTitle() {
        String text = title.indicator();
        questions.add("indicator: no column names one; '" + text + "' is from the title or the name of the file");
        return text;
    }

    /** Names the columns whose heads have no indicator by the title; heads may have units nevertheless. */
    private String nameByTheTitle(Map<Integer, Heads.Parts> unnamed) {
        String text = indicatorOfTheTitle();
        String id = indicators.add(text);
        Optional<String> usual = usualUnit(unnamed);
        usual.ifPresent(unit -> indicators.unit(text, unit));
        Optional<Unit> of = usual.flatMap(UnitWords::read);
        unnamed.forEach((column, parts) -> {
            Optional<String> said = Heads.unit(parts.rest());
            Optional<Unit> unit = said.flatMap(UnitWords::read);
            if (said.isEmpty() || said.equals(usual)) {
                set(column, parts, id, null);
            } else if (converts(unit, of)) {
                of.ifPresent(first -> converted.add(first.symbol()));
                unit.ifPresent(other -> converted.add(other.symbol()));
                set(column, parts, id, unit.map(Unit::toString).orElse(null));
            } else {
                set(column, parts, indicators.add(text + " (" + said.get() + ")"), null);
            }
        });
        return id;
    }

    /** Returns the unit of columns whose heads say none: that of the title, else the first that another head says. */
    private Optional<String> usualUnit(Map<Integer, Heads.Parts> unnamed) {
        Optional<String> ofTitle = title.unitOfIndicator().or(title::unit);
        Optional<String> ofHeads = unnamed.values().stream()
                .flatMap(parts -> Heads.unit(parts.rest()).stream())
                .findFirst();
        Optional<String> silent = unnamed.entrySet().stream()
                .filter(value -> Heads.unit(value.getValue().rest()).isEmpty())
                .map(value -> columns.get(value.getKey()).name())
                .findFirst();
        if (silent.isEmpty()) {
            return ofHeads;
        }
        if (ofTitle.isEmpty() && ofHeads.isPresent()) {
            questions.add("unit: the head '" + silent.get() + "' says none while others say " + ofHeads.get()
                    + "; its values are read in that");
        }
        return ofTitle.or(() -> ofHeads);
    }
}
