package org.grassrootskpi.query;

/** The earlier period that a change is measured against; the calendar decides, never the position of a row. */
public enum BasePeriod {
    /** The period with the same name in the year before (同比); 29 February and week 53 may have none. */
    YEAR_EARLIER,
    /** The period of the same frequency just before (环比). */
    PREVIOUS_PERIOD
}
