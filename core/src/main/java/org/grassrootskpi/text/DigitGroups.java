package org.grassrootskpi.text;

/** Parts the digits of numbers into groups of thousands, for people. */
public final class DigitGroups {
    private static final int GROUP = 3;

    private DigitGroups() {}

    /**
     * {@return the digits with a comma between the thousands before the decimal point}
     *
     * @param digits a decimal without a sign, such as {@code 1234567.25}
     */
    public static String of(String digits) {
        int point = digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
        StringBuilder grouped = new StringBuilder(digits);
        for (int place = point - GROUP; place > 0; place -= GROUP) {
            grouped.insert(place, ',');
        }
        return grouped.toString();
    }
}
