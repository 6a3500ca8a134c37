package org.grassrootskpi.tables;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The values of the members of a column in groups: those of a group differ in nothing but their member. Immutable. */
final class MemberGroups {
    private final List<String> members;
    private final int[] starts;
    private final int[] ofMembers;
    private final BigDecimal[] values;

    private MemberGroups(List<String> members, int[] starts, int[] ofMembers, BigDecimal[] values) {
        this.members = members;
        this.starts = starts;
        this.ofMembers = ofMembers;
        this.values = values;
    }

    /** Returns all members, by their numbers. */
    List<String> members() {
        return members;
    }

    /** Returns how many groups there are. */
    int count() {
        return starts.length - 1;
    }

    /** Returns how many members a group has. */
    int size(int group) {
        return starts[group + 1] - starts[group];
    }

    /** Returns the number of a member of a group. */
    int member(int group, int i) {
        return ofMembers[starts[group] + i];
    }

    /** Returns the value of a member of a group. */
    BigDecimal value(int group, int i) {
        return values[starts[group] + i];
    }

    /** Returns the values of the first groups by member. */
    List<Map<String, BigDecimal>> first(int most) {
        return IntStream.range(0, count())
                .filter(group -> size(group) > 0)
                .limit(most)
                .mapToObj(group -> {
                    Map<String, BigDecimal> byMember = new LinkedHashMap<>();
                    for (int i = 0; i < size(group); i++) {
                        byMember.put(members.get(member(group, i)), value(group, i));
                    }
                    return byMember;
                })
                .toList();
    }

    /** Collects values by the numbers of groups and members. Not thread-safe. */
    static final class Builder {
        private final Numbers cells = new Numbers();
        private int[] groups = new int[64];
        private int[] ofMembers = new int[groups.length];
        private @Nullable BigDecimal[] values = new BigDecimal[groups.length];
        private int count;

        /** Puts a value in place of any other of the same group and member. */
        void put(int group, int member, BigDecimal value) {
            int at = cells.of((long) group << Integer.SIZE | member);
            if (at == groups.length) {
                groups = Arrays.copyOf(groups, 2 * at);
                ofMembers = Arrays.copyOf(ofMembers, 2 * at);
                values = Arrays.copyOf(values, 2 * at);
            }
            groups[at] = group;
            ofMembers[at] = member;
            values[at] = value;
            count = Math.max(count, group + 1);
        }

        MemberGroups build(List<String> members) {
            int[] starts = new int[count + 1];
            for (int i = 0; i < cells.size(); i++) {
                starts[groups[i] + 1]++;
            }
            for (int group = 0; group < count; group++) {
                starts[group + 1] += starts[group];
            }
            int[] next = starts.clone();
            int[] sorted = new int[cells.size()];
            BigDecimal[] sortedValues = new BigDecimal[cells.size()];
            for (int i = 0; i < sorted.length; i++) {
                int at = next[groups[i]]++;
                sorted[at] = ofMembers[i];
                sortedValues[at] = values[i];
            }
            return new MemberGroups(members, starts, sorted, sortedValues);
        }
    }
}
