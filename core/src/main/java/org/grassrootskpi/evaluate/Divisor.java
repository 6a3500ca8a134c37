package org.grassrootskpi.evaluate;

/**
 * Divides many numbers by the same one. Each quotient is a multiplication: a division of the processor takes longer than all the rest
 * that is done for a row of a result.
 *
 * <p>The factor is two to the power of the shift, divided by the divisor and rounded up. For numbers below 2<sup>31</sup> the quotient is
 * exact if the shift is 31 more than the bits that hold all that is less than the divisor (Granlund and Montgomery, Division by Invariant
 * Integers using Multiplication, 1994, theorem 4.2); the factor has at most 32 bits then, and no product is beyond a long.
 */
final class Divisor {
    private final int divisor;
    private final long factor;
    private final int shift;

    /** Creates a divisor of 1 or more. */
    Divisor(int divisor) {
        this.divisor = divisor;
        shift = Integer.SIZE - 1 + Integer.SIZE - Integer.numberOfLeadingZeros(divisor - 1);
        factor = ((1L << shift) - 1) / divisor + 1;
    }

    /** Returns the quotient of a number of 0 or more. */
    int quotient(int number) {
        return (int) ((number * factor) >>> shift);
    }

    /** Returns the remainder of a number of 0 or more. */
    int remainder(int number) {
        return number - quotient(number) * divisor;
    }
}
