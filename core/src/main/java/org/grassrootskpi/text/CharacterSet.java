package org.grassrootskpi.text;

import java.util.function.IntPredicate;

/**
 * A set of UTF-16 units, a bit for each: asking for a unit of a long text takes one look-up, whatever the set holds.
 * Immutable and thread-safe.
 */
public final class CharacterSet {
    private final long[] bits = new long[(Character.MAX_VALUE + 1) / Long.SIZE];

    private CharacterSet() {}

    /**
     * Returns the set of some units.
     *
     * @param units a text that holds each of them
     * @return the set
     */
    public static CharacterSet of(String units) {
        CharacterSet set = new CharacterSet();
        for (int i = 0; i < units.length(); i++) {
            set.add(units.charAt(i));
        }
        return set;
    }

    /**
     * Returns the set of all units with a property.
     *
     * @param property the property, asked for each unit once
     * @return the set
     */
    public static CharacterSet where(IntPredicate property) {
        CharacterSet set = new CharacterSet();
        for (int unit = 0; unit <= Character.MAX_VALUE; unit++) {
            if (property.test(unit)) {
                set.add((char) unit);
            }
        }
        return set;
    }

    private void add(char unit) {
        bits[unit / Long.SIZE] |= 1L << unit;
    }

    /**
     * Returns whether a unit is in the set.
     *
     * @param unit any UTF-16 unit
     * @return true if it is
     */
    public boolean contains(char unit) {
        return ((bits[unit / Long.SIZE] >>> unit) & 1) != 0;
    }
}
