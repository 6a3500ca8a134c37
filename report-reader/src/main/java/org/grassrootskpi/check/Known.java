package org.grassrootskpi.check;

import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;

/**
 * A figure of another source: an earlier report, a catalogue.
 *
 * @param subject what it measures, as printed or as an indicator is called
 * @param period its time
 * @param use what it says
 * @param quantity its value
 * @param shown how it is printed
 * @param place where
 */
record Known(String subject, TimePeriod period, Use use, Quantity quantity, String shown, Place place) {
    /** What a known figure says of its subject. */
    enum Use {
        /** How much it was. */
        LEVEL,
        /** How much was planned. */
        TARGET,
        /** By how much it was to grow. */
        TARGET_GROWTH
    }
}
