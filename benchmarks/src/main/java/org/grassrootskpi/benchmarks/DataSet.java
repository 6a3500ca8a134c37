package org.grassrootskpi.benchmarks;

import org.grassrootskpi.time.TimePeriod;

/** The kinds of data that questions are asked of: how many keys there are, and what a row has besides its value. */
enum DataSet {
    /** 100 indicators, 10,000 communities under 500 parents, 120 months: 120 million cells, of which some have a row. */
    PLAIN,
    /** The same, and a hundredth of the rows is provisional. */
    STATUS,
    /** The same, and a hundredth of the figures is printed with 约. */
    QUALIFIED,
    /** The same with an extra dimension: each row is of one of four sources. */
    SOURCES,
    /** The same, all values being doubles. */
    DOUBLES,
    /** The same, and the first ten indicators have a target for each community and year. */
    TARGETS,
    /** 2,000 communities under 100 parents, every day of three years. */
    DAYS,
    /** 10,000 indicators in 100 sectors, 200 communities under 10 parents, 12 months. */
    INDICATORS,
    /** One indicator, a million communities under 50,000 parents, one month. */
    REGIONS;

    static final int FIRST_YEAR = 2015;
    static final int CHILDREN = 20;

    /** The numbers of different keys. */
    record Shape(int indicators, int sectors, int communities, int periods, TimePeriod first) {
        long cells() {
            return (long) indicators * communities * periods;
        }

        int parents() {
            return (communities - 1) / CHILDREN + 1;
        }
    }

    /** The shape of so many rows: days are as many as there are rows, regions no more than them. */
    Shape shape(long rows) {
        TimePeriod january = TimePeriod.ofMonth(FIRST_YEAR, 1);
        return switch (this) {
            case PLAIN, STATUS, QUALIFIED, SOURCES, DOUBLES, TARGETS -> new Shape(100, 1, 10_000, 120, january);
            case DAYS -> {
                int days = 1096;
                int communities = (int) Math.max(CHILDREN, Math.min(2_000, rows / days));
                int indicators = (int) Math.max(1, rows / days / communities);
                yield new Shape(indicators, 1, communities, days, TimePeriod.ofDay(2022, 1, 1));
            }
            case INDICATORS -> new Shape((int) Math.min(10_000, Math.max(100, rows / 100)), 100, 200, 12, january);
            case REGIONS -> new Shape(1, 1, (int) Math.min(1_000_000, Math.max(CHILDREN, rows)), 1, january);
        };
    }

    /** The number of rows that there are if so many are asked for. */
    long rows(long rows) {
        long cells = shape(rows).cells();
        return this == DAYS || this == REGIONS ? cells : Math.min(rows, cells);
    }

    /** What a row has besides its value: 1 for a status or a qualifier, the number of a source. */
    int mark(long cell) {
        long hash = CellSequence.spread(cell + FIRST_YEAR);
        return switch (this) {
            case STATUS, QUALIFIED -> Math.floorMod(hash, 100) == 0 ? 1 : 0;
            case SOURCES -> Math.floorMod(hash, 4);
            default -> 0;
        };
    }
}
