package org.grassrootskpi.report;

/** The part that a figure plays in what its clause says. */
public enum FigureRole {
    /** How much there is, or was done: the usual case. */
    LEVEL,
    /** By how much something rose or fell. */
    CHANGE,
    /** The old level of a change: A in 由A提高到B. */
    FROM,
    /** The new level of a change: B in 由A提高到B or 提高到B. */
    TO,
    /** What is aimed at and not reached yet: 力争达到90%. */
    TARGET,
    /** What others are sorted by: 10亿元以上 in 10亿元以上项目2个. */
    THRESHOLD,
    /** The lower end of a range: 20-30个; the upper one is {@link FigureMention#rangeEnd()}. */
    RANGE_END
}
