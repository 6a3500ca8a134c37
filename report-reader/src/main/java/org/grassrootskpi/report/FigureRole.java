package org.grassrootskpi.report;

/** The role of a figure in its clause. */
public enum FigureRole {
    /** A level, the usual case: how much there is, or was done. */
    LEVEL,
    /** A change: by how much something rose or fell. */
    CHANGE,
    /** The old level of a change: A in 由A提高到B. */
    FROM,
    /** The new level of a change: B in 由A提高到B or 提高到B. */
    TO,
    /** A target that is not reached yet: 力争达到90%. */
    TARGET,
    /** A threshold that classifies others: 10亿元以上 in 10亿元以上项目2个. */
    THRESHOLD,
    /** The lower end of a range: 20-30个; the upper one is {@link FigureMention#rangeEnd()}. */
    RANGE_END
}
