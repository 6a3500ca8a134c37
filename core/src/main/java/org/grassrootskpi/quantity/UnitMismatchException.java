package org.grassrootskpi.quantity;

/** Thrown when quantities of different base units are added, compared or converted into each other. */
public final class UnitMismatchException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Unit left;
    private final transient Unit right;

    UnitMismatchException(String action, Unit left, Unit right, String wayOut) {
        super("Cannot " + action + ": " + described(left) + " and " + described(right) + " measure different things; "
                + wayOut);
        this.left = left;
        this.right = right;
    }

    private static String described(Unit unit) {
        return unit.toString().equals(unit.code()) ? unit.code() : unit + " (" + unit.code() + ")";
    }

    /**
     * Returns the unit of the first operand.
     *
     * @return its unit
     */
    public Unit left() {
        return left;
    }

    /**
     * Returns the unit of the second operand.
     *
     * @return its unit
     */
    public Unit right() {
        return right;
    }
}
