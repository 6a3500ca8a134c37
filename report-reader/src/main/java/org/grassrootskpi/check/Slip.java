package org.grassrootskpi.check;

/** A slip of the pen that explains a wrong figure: one change that makes it right. */
public enum Slip {
    /** Two neighbouring digits are swapped: 44.80 for 44.08. */
    DIGITS_SWAPPED,
    /** One digit of three or more is another one. */
    DIGIT_CHANGED,
    /** 万 for 亿, or the other way round. */
    SCALE,
    /** The decimal point has moved. */
    POINT_MOVED,
    /** A fall is printed as a rise, or the other way round. */
    SIGN
}
