package org.grassrootskpi.rollup;

import com.google.common.collect.ImmutableList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.rollup.RowProblem.Reason;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.text.DistinctNames;
import org.grassrootskpi.text.HiddenCharacters;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodFormatException;

/**
 * Checks what a store holds against a catalogue, by the rules that a table applies to each of its rows. A store groups its rows by one
 * column at a time, and passes each group on; it never sends the rows themselves.
 *
 * <pre>{@code
 * RowCheck check = RowCheck.of(catalog, schema);
 * check.indicator("visits", 1200);
 * check.region("440307003", 1200);
 * check.status("A", 1190, 10);
 * ImmutableList<RowProblem> problems = check.problems();
 * }</pre>
 *
 * <p>Not thread-safe.
 */
public final class RowCheck {
    private final Catalog catalog;
    private final TableSchema schema;
    private final Set<String> indicators;
    private final Map<String, RegionLevel> regions;
    private final Map<String, DistinctNames> members = new HashMap<>();
    private final ImmutableList.Builder<RowProblem> problems = ImmutableList.builder();

    private RowCheck(Catalog catalog, TableSchema schema) {
        this.catalog = catalog;
        this.schema = schema;
        indicators = catalog.indicators().stream().map(Indicator::id).collect(Collectors.toSet());
        regions = catalog.regions().stream().collect(Collectors.toMap(Region::code, Region::level));
    }

    /**
     * {@return a check without problems}
     *
     * @param catalog the indicators and regions that there are
     * @param schema the extra dimensions, and the indicators that are floating-point and may have any number of decimals
     */
    public static RowCheck of(Catalog catalog, TableSchema schema) {
        return new RowCheck(catalog, schema);
    }

    /**
     * Checks an indicator.
     *
     * @param id an id that rows have
     * @param rows how many
     */
    public void indicator(String id, long rows) {
        if (!indicators.contains(id)) {
            add(Reason.UNKNOWN_INDICATOR, new UnknownIdException("indicator", id, indicators).getMessage(), rows);
        }
    }

    /**
     * Checks a region.
     *
     * @param code a code that rows have
     * @param rows how many
     */
    public void region(String code, long rows) {
        if (!regions.containsKey(code)) {
            add(Reason.UNKNOWN_REGION, new UnknownIdException("region", code, regions.keySet()).getMessage(), rows);
        }
    }

    /**
     * Checks a region of a store that keeps levels beside the codes.
     *
     * @param code a code that rows have
     * @param level the level that they have
     * @param rows how many
     */
    public void region(String code, RegionLevel level, long rows) {
        region(code, rows);
        RegionLevel known = regions.getOrDefault(code, level);
        if (!known.equals(level)) {
            add(Reason.WRONG_LEVEL, "Expected the level " + known + " with region '" + code + "', got " + level, rows);
        }
    }

    /**
     * Checks a period of a store that keeps periods as texts.
     *
     * @param text a text that rows have
     * @param rows how many
     */
    public void period(String text, long rows) {
        try {
            TimePeriod.parse(text);
        } catch (TimePeriodFormatException e) {
            add(Reason.BAD_PERIOD, String.valueOf(e.getMessage()), rows);
        }
    }

    /**
     * Checks a status.
     *
     * @param code the SDMX code of a status, as {@code P}, or its name
     * @param withValue how many of its rows have a value
     * @param valueless how many of its rows have none
     */
    public void status(String code, long withValue, long valueless) {
        ObservationStatus.find(code)
                .ifPresentOrElse(
                        status -> status(status, withValue, valueless),
                        () -> add(
                                Reason.BAD_STATUS,
                                "Expected a code of SDMX's observation status, got '" + code + "'",
                                withValue + valueless));
    }

    private void status(ObservationStatus status, long withValue, long valueless) {
        if (status.hasValue()) {
            add(
                    Reason.NO_VALUE,
                    "Expected a value with the status " + status
                            + ", got none; where there is none, the status says why",
                    valueless);
        } else {
            add(
                    Reason.CONTRADICTION,
                    "Expected no value with the status " + status
                            + ", got one; clear it, or choose a status that has one",
                    withValue);
        }
    }

    /**
     * Checks the decimals of the values.
     *
     * @param indicator the id of an indicator; one that the catalogue does not have is passed over
     * @param decimals how many decimals its values have, without zeros at their end
     * @param rows how many rows have so many
     */
    public void decimals(String indicator, int decimals, long rows) {
        if (!indicators.contains(indicator) || schema.floatingPoint().contains(indicator)) {
            return;
        }
        Indicator of = catalog.indicator(indicator);
        if (decimals > of.decimals()) {
            String message = "Expected at most " + of.decimals() + " decimals in "
                    + of.unit().code() + " for indicator '" + indicator + "', got " + decimals
                    + "; round the values where they are made, or declare more";
            add(Reason.TOO_MANY_DECIMALS, message, rows);
        }
    }

    /**
     * Checks a member of an extra dimension: it must be visible, and look different from those checked before and those that the schema
     * declares.
     *
     * @param dimension the name of a dimension of the schema
     * @param member a member that rows have
     * @param rows how many
     * @throws IllegalArgumentException if the schema has no such dimension
     */
    public void member(String dimension, String member, long rows) {
        if (!schema.dimensions().contains(dimension)) {
            throw new IllegalArgumentException(
                    "Expected one of the dimensions " + schema.dimensions() + ", got '" + dimension + "'");
        }
        HiddenCharacters.first(member)
                .ifPresent(at -> add(
                        Reason.HIDDEN_CHARACTER,
                        "Expected a member of '" + dimension + "' without hidden characters, found "
                                + HiddenCharacters.name(member.codePointAt(at)) + " at position " + at,
                        rows));
        members.computeIfAbsent(dimension, this::declared)
                .add(member)
                .ifPresent(other -> add(Reason.LOOK_ALIKE, DistinctNames.message(member, other), rows));
    }

    private DistinctNames declared(String dimension) {
        DistinctNames names = new DistinctNames();
        schema.declaredMembers(dimension).forEach(names::add);
        return names;
    }

    /**
     * Checks that a key occurs once.
     *
     * @param key the indicator, region, period and members, as they are to be shown
     * @param rows how many rows have it
     */
    public void key(String key, long rows) {
        if (rows > 1) {
            add(Reason.DUPLICATE, "Expected one row with the key " + key + "; keep the right one", rows);
        }
    }

    private void add(Reason reason, String message, long rows) {
        if (rows > 0) {
            problems.add(new RowProblem(reason, message, rows));
        }
    }

    /** {@return the problems found so far, in the order of the calls} */
    public ImmutableList<RowProblem> problems() {
        return problems.build();
    }
}
