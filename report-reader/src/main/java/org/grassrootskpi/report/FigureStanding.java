package org.grassrootskpi.report;

/** Whether a figure reports what happened or what is planned. */
public enum FigureStanding {
    /** It happened, or was so. */
    DONE,
    /** It is planned, expected or aimed at. */
    TARGET
}
