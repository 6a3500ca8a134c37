package org.grassrootskpi.report;

/** The standing of a figure: done or planned. */
public enum FigureStanding {
    /** It happened, or was so. */
    DONE,
    /** It is planned, expected or aimed at. */
    TARGET
}
