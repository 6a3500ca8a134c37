package org.grassrootskpi.rollup;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Groups combinations of the extra dimensions' members: groups are numbered from 0, one for each combination of the members
 * by which a query groups. Combinations in no group are not read.
 *
 * <p>A table without extra dimensions has one combination, the empty one, in one group. Immutable.
 */
public final class CombinationGroups {
    /** The one group of a table without extra dimensions. */
    public static final CombinationGroups NONE = new CombinationGroups(
            ImmutableList.of(ImmutableList.of()), ImmutableMap.of(ImmutableList.of(), 0), ImmutableList.of());

    private final ImmutableList<ImmutableList<String>> groups;
    private final ImmutableMap<ImmutableList<String>, Integer> groupOf;
    private final ImmutableList<String> dimensions;

    private CombinationGroups(
            ImmutableList<ImmutableList<String>> groups,
            ImmutableMap<ImmutableList<String>, Integer> groupOf,
            ImmutableList<String> dimensions) {
        this.groups = groups;
        this.groupOf = groupOf;
        this.dimensions = dimensions;
    }

    /**
     * {@return groups of combinations}
     *
     * @param dimensions the extra dimensions by which a query groups
     * @param combinationsByGroup for each group, given by its members of these dimensions, the combinations that are read into it
     */
    public static CombinationGroups of(
            ImmutableList<String> dimensions,
            ImmutableMap<ImmutableList<String>, ? extends List<ImmutableList<String>>> combinationsByGroup) {
        ImmutableList<ImmutableList<String>> groups =
                combinationsByGroup.keySet().asList();
        ImmutableMap.Builder<ImmutableList<String>, Integer> groupOf = ImmutableMap.builder();
        for (int group = 0; group < groups.size(); group++) {
            for (ImmutableList<String> combination :
                    Objects.requireNonNull(combinationsByGroup.get(groups.get(group)))) {
                groupOf.put(combination, group);
            }
        }
        return new CombinationGroups(groups, groupOf.buildOrThrow(), dimensions);
    }

    /** {@return the members of each group, one for each of the {@link #dimensions}} */
    public ImmutableList<ImmutableList<String>> groups() {
        return groups;
    }

    /** {@return the extra dimensions by which a query groups, in the order of the query} */
    public ImmutableList<String> dimensions() {
        return dimensions;
    }

    /** {@return the number of the group of each combination that is read, one member for each dimension of the schema} */
    public ImmutableMap<ImmutableList<String>, Integer> groupByCombination() {
        return groupOf;
    }

    /**
     * {@return the number of the group of a combination, or -1 if it is not read}
     *
     * @param combination one member for each dimension of the schema
     */
    public int groupOf(List<String> combination) {
        return groupOf.getOrDefault(combination, -1);
    }

    /** {@return whether the table has no extra dimensions, so that all rows are read into one group} */
    public boolean isPlain() {
        return groupOf.containsKey(ImmutableList.of());
    }

    /**
     * {@return whether each group is a single combination, so that a region and a period have one row in it at most}
     *
     * <p>Then it is known how many rows there should be: one for each region and period, as without extra dimensions.
     */
    public boolean isSingle() {
        return groupOf.size() == groups.size();
    }

    /**
     * {@return whether a group is a single combination or none}
     *
     * @param group its members
     */
    public boolean isSingle(ImmutableList<String> group) {
        int number = groups.indexOf(group);
        return isSingle()
                || groupOf.values().stream().filter(of -> of == number).count() <= 1;
    }

    /**
     * {@return whether the same combinations are read into the same groups, however those are numbered}
     *
     * @param other other groups
     */
    public boolean readsLike(CombinationGroups other) {
        return groupOf.keySet().equals(other.groupOf.keySet())
                && groupOf.keySet().stream()
                        .allMatch(combination ->
                                groups.get(groupOf(combination)).equals(other.groups.get(other.groupOf(combination))));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof CombinationGroups that
                        && groupOf.equals(that.groupOf)
                        && groups.equals(that.groups)
                        && dimensions.equals(that.dimensions));
    }

    @Override
    public int hashCode() {
        return Objects.hash(groupOf, dimensions);
    }

    /** {@return such as {@code 3 combinations by channel}} */
    @Override
    public String toString() {
        return groupOf.size()
                + (groupOf.size() == 1 ? " combination" : " combinations")
                + (dimensions.isEmpty() ? " in one group" : " by " + String.join(", ", dimensions));
    }
}
