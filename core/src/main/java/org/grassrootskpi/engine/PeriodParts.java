package org.grassrootskpi.engine;

import org.grassrootskpi.columns.Segment;

/** The periods of a segment in parts of neighbours that are in one group each, or in none. */
final class PeriodParts {
    private final int[] ends;
    private final int[] groups;
    private int size;

    PeriodParts(Scan scan, Segment segment) {
        int first = segment.periods().first();
        ends = new int[segment.periods().last() - first + 1];
        groups = new int[ends.length];
        for (int distance = 0; distance < ends.length; distance++) {
            int group = scan.periodGroupOf(first + distance);
            if (size == 0 || group != groups[size - 1]) {
                groups[size++] = group;
            }
            ends[size - 1] = distance + 1;
        }
    }

    int size() {
        return size;
    }

    /** Returns whether each period is in a group of its own, all of which follow each other. */
    boolean areSingle() {
        boolean areSingle = size == ends.length && groups[0] >= 0;
        for (int part = 1; part < size; part++) {
            areSingle &= groups[part] == groups[0] + part;
        }
        return areSingle;
    }

    /** Returns where a part ends, as a distance from the segment's first period, exclusive. */
    int end(int part) {
        return ends[part];
    }

    /** Returns the group that all periods of a part are in, or -1. */
    int group(int part) {
        return groups[part];
    }

    /** Returns the number of periods. */
    int span() {
        return ends.length;
    }
}
