package org.grassrootskpi.score;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.grassrootskpi.assess.AssessmentRefusal.Reason;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.ResultRow;
import org.grassrootskpi.query.ResultTable;
import org.jspecify.annotations.Nullable;

/**
 * The figures of members (regions, units) by item: a figure, missing, or not applicable with a reason. Missing and not applicable are
 * different states, and neither is zero. Immutable and thread-safe.
 */
public final class MemberFigures {
    private final ImmutableSet<String> members;
    private final ImmutableSet<String> items;
    private final Map<String, Map<String, Quantity>> figures;
    private final Map<String, Map<String, String>> notApplicable;
    private final ImmutableMap<String, FigureColumn> columns;

    private MemberFigures(Builder builder) {
        this.members = ImmutableSet.copyOf(builder.members);
        this.items = ImmutableSet.copyOf(builder.items);
        this.figures = copy(builder.figures);
        this.notApplicable = copy(builder.notApplicable);
        this.columns = items.stream()
                .collect(ImmutableMap.toImmutableMap(
                        item -> item, item -> FigureColumn.of(item, members.asList(), figures)));
    }

    /** Returns the figures of an item as a column; null where nobody has a state of it. */
    @Nullable FigureColumn column(String item) {
        return columns.get(item);
    }

    private static <T> Map<String, Map<String, T>> copy(Map<String, Map<String, T>> of) {
        Map<String, Map<String, T>> copies = new LinkedHashMap<>();
        of.forEach((key, values) -> copies.put(key, new LinkedHashMap<>(values)));
        return copies;
    }

    /** {@return an empty builder} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * {@return figures that are known exactly, from arrays}
     *
     * @param members names, one for each row
     * @param items ids of items, one for each column
     * @param values a row for each member, with a number for each item; null where it is missing
     * @throws IllegalArgumentException if there are more or fewer rows or columns than names
     */
    public static MemberFigures of(List<String> members, List<String> items, @Nullable BigDecimal[][] values) {
        if (values.length != members.size()) {
            throw new IllegalArgumentException(
                    "Expected a row for each of " + members.size() + " members, got " + values.length);
        }
        Builder builder = builder();
        for (int row = 0; row < values.length; row++) {
            builder.member(members.get(row));
            if (values[row].length != items.size()) {
                throw new IllegalArgumentException("Expected " + items.size() + " numbers of '" + members.get(row)
                        + "', got " + values[row].length);
            }
            for (int column = 0; column < items.size(); column++) {
                BigDecimal value = values[row][column];
                if (value == null) {
                    builder.missing(members.get(row), items.get(column));
                } else {
                    builder.put(members.get(row), items.get(column), Quantity.ofExact(value, Unit.COUNT));
                }
            }
        }
        return builder.build();
    }

    /**
     * {@return the figures of a result by region and indicator, with the bounds that follow from their contributors; a cell without value is
     * missing, and one that cannot exist does not apply}
     *
     * @param result rows of regions and indicators, each pair once
     * @param measure a measure of the query
     * @throws org.grassrootskpi.assess.AssessmentRefusedException if a row has no region or no indicator, or a pair is there twice ({@link
     *     Reason#BAD_DEFINITION})
     */
    public static MemberFigures from(ResultTable result, Measure measure) {
        Builder builder = builder();
        for (ResultRow row : result.rows()) {
            if (row.region().isEmpty() || row.indicator().isEmpty()) {
                throw ScoringRules.refused(
                        Reason.BAD_DEFINITION,
                        "a row of the result has no region or no indicator",
                        "group by both: groupBy(Dimension.region(level), Dimension.indicator())");
            }
            String member = row.region().get().code();
            String item = row.indicator().get();
            Cell cell = row.cell(measure);
            if (cell.quantity().isPresent()) {
                builder.put(member, item, cell.quantity().get());
            } else if (cell.status() == ObservationStatus.CANNOT_EXIST) {
                builder.notApplicable(member, item, "it cannot exist there");
            } else {
                builder.missing(member, item);
            }
        }
        return builder.build();
    }

    /** {@return the names of the members, in the order in which they came} */
    public ImmutableSet<String> members() {
        return members;
    }

    /** {@return the ids of the items that any member has a state of} */
    public ImmutableSet<String> items() {
        return items;
    }

    /**
     * {@return a figure; empty where it is missing or does not apply}
     *
     * @param member the name of a member
     * @param item the id of an item
     */
    public Optional<Quantity> figure(String member, String item) {
        return Optional.ofNullable(figures.getOrDefault(member, Map.of()).get(item));
    }

    /**
     * {@return why an item does not apply to a member; empty where it does}
     *
     * @param member the name of a member
     * @param item the id of an item
     */
    public Optional<String> notApplicable(String member, String item) {
        return Optional.ofNullable(notApplicable.getOrDefault(member, Map.of()).get(item));
    }

    /**
     * {@return the figures of some items}
     *
     * @param ids the ids of items; those that nobody has a state of are left out
     */
    public MemberFigures only(Collection<String> ids) {
        Builder only = builder();
        for (String member : members) {
            only.member(member);
            for (String id : ids) {
                figure(member, id).ifPresent(figure -> only.put(member, id, figure));
                notApplicable(member, id).ifPresent(reason -> only.notApplicable(member, id, reason));
            }
        }
        return only.build();
    }

    /** Collects figures. */
    public static final class Builder {
        private final Set<String> members = new LinkedHashSet<>();
        private final Set<String> items = new LinkedHashSet<>();
        private final Map<String, Map<String, Quantity>> figures = new LinkedHashMap<>();
        private final Map<String, Map<String, String>> notApplicable = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Names a member, which may have no figure at all.
         *
         * @param member its name
         * @return this
         */
        public Builder member(String member) {
            members.add(member);
            return this;
        }

        /**
         * Adds a figure.
         *
         * @param member the name of a member
         * @param item the id of an item
         * @param figure the figure
         * @return this
         * @throws org.grassrootskpi.assess.AssessmentRefusedException if there is a state of it already ({@link Reason#BAD_DEFINITION})
         */
        public Builder put(String member, String item, Quantity figure) {
            requireNew(member, item);
            figures.computeIfAbsent(member, name -> new LinkedHashMap<>()).put(item, figure);
            return this;
        }

        /**
         * Says that a figure is missing; what is never named is missing as well.
         *
         * @param member the name of a member
         * @param item the id of an item
         * @return this
         */
        public Builder missing(String member, String item) {
            requireNew(member, item);
            return this;
        }

        /**
         * Says that an item does not apply to a member.
         *
         * @param member the name of a member
         * @param item the id of an item
         * @param reason why, such as that there is no farmland; not blank
         * @return this
         * @throws org.grassrootskpi.assess.AssessmentRefusedException if the reason is blank, or there is a state of it already ({@link
         *     Reason#BAD_DEFINITION})
         */
        public Builder notApplicable(String member, String item, String reason) {
            if (reason.isBlank()) {
                throw ScoringRules.refused(
                        Reason.BAD_DEFINITION,
                        "'" + item + "' does not apply to '" + member + "', and no reason is given",
                        "state the reason, or say that the figure is missing");
            }
            requireNew(member, item);
            notApplicable.computeIfAbsent(member, name -> new LinkedHashMap<>()).put(item, reason);
            return this;
        }

        private void requireNew(String member, String item) {
            members.add(member);
            items.add(item);
            if (figures.getOrDefault(member, Map.of()).containsKey(item)
                    || notApplicable.getOrDefault(member, Map.of()).containsKey(item)) {
                throw ScoringRules.refused(
                        Reason.BAD_DEFINITION,
                        "'" + item + "' of '" + member + "' is stated twice",
                        "give one figure, or one reason why it does not apply");
            }
        }

        /** {@return the figures} */
        public MemberFigures build() {
            return new MemberFigures(this);
        }
    }
}
