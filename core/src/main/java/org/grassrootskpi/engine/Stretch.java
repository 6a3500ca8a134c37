package org.grassrootskpi.engine;

import org.grassrootskpi.columns.Segment;

/**
 * Neighbouring series that a scan reads: of one segment, and of one combination of the extra dimensions' members.
 *
 * @param number the position of the segment in its block
 * @param segment holds the series
 * @param from the first series
 * @param to the series behind the last
 * @param base the number of the combination's first group
 */
record Stretch(int number, Segment segment, int from, int to, int base) {
    int rows() {
        return segment.start(to) - segment.start(from);
    }

    /** Returns one of several parts of about the same number of series. */
    Stretch part(int part, int parts) {
        long series = (long) to - from;
        return new Stretch(
                number,
                segment,
                from + (int) (series * part / parts),
                from + (int) (series * (part + 1) / parts),
                base);
    }
}
