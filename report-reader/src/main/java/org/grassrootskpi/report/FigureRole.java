package org.grassrootskpi.report;

/** The role of a figure: a level, a change, a share or a place of its subject. Whether it is done or planned is its {@link FigureStanding}. */
public enum FigureRole {
    /** A level, the usual case: how much there is, or was done. */
    LEVEL,
    /** A change: by how much something rose or fell. */
    CHANGE,
    /** A part of a whole: 占全市的12%. */
    SHARE,
    /** A place among others: 居全区第三. */
    RANK,
    /** How much of a plan is fulfilled: 完成年度任务的95%. */
    COMPLETION,
    /** So many times as much, or more by so many times: 翻一番. */
    MULTIPLE,
    /** A threshold that classifies others: 10亿元以上 in 10亿元以上项目2个. */
    THRESHOLD,
    /** The old level of a change: A in 由A提高到B. */
    FROM,
    /** The new level of a change: B in 由A提高到B or 提高到B. */
    TO
}
