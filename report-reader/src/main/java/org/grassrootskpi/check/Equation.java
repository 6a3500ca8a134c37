package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.UnitMismatchException;
import org.jspecify.annotations.Nullable;

/**
 * A relation that a text states between a figure and others: the stated figure equals, or is at most, what is computed of
 * them. All values are in base units.
 */
final class Equation {
    private static final String EQUAL = "≠";
    private static final String MORE = ">";

    private final String rule;
    private final Printed stated;
    private final String left;
    private final String unequal;
    private final BigDecimal value;
    private final Range<BigDecimal> bounds;
    private final List<Printed> others = new ArrayList<>();
    private final List<Place> known = new ArrayList<>();
    private final List<Need> needs = new ArrayList<>();
    private final boolean isUpperLimit;
    private CheckLevel ceiling = CheckLevel.ERROR;

    private Equation(
            String rule, Printed stated, String left, String unequal, BigDecimal value, Range<BigDecimal> bounds) {
        this.rule = rule;
        this.stated = stated;
        this.left = left;
        this.unequal = unequal;
        this.value = value;
        this.bounds = bounds;
        this.isUpperLimit = unequal.equals(MORE) && !bounds.hasLowerBound();
    }

    /** The stated figure is what is computed of others: {@code left} is the computation in words. */
    static Equation equal(String rule, Printed stated, String left, BigDecimal value, Range<BigDecimal> bounds) {
        return new Equation(rule, stated, left, EQUAL, value, bounds);
    }

    static Equation equal(String rule, Printed stated, String left, Quantity computed) {
        return equal(rule, stated, left, computed.value(), computed.bounds());
    }

    /** The stated figure says the same as another one. */
    static Equation same(String rule, Printed stated, Printed other, Quantity value) {
        return equal(rule, stated, "", value).with(other, null);
    }

    /** A relation whose computation is impossible. */
    static Equation undecidable(String rule, Printed stated, String left) {
        return new Equation(rule, stated, left, EQUAL, BigDecimal.ZERO, Range.all());
    }

    /** The stated figure is no more than what is computed of others. */
    static Equation atMost(String rule, Printed stated, String left, BigDecimal value, Range<BigDecimal> limit) {
        Range<BigDecimal> bounds =
                limit.hasUpperBound() ? Range.upTo(limit.upperEndpoint(), limit.upperBoundType()) : Range.all();
        return new Equation(rule, stated, left, MORE, value, bounds);
    }

    /** The stated figure is no less than what is computed of others. */
    static Equation atLeast(String rule, Printed stated, String left, BigDecimal value, Range<BigDecimal> limit) {
        Range<BigDecimal> bounds =
                limit.hasLowerBound() ? Range.downTo(limit.lowerEndpoint(), limit.lowerBoundType()) : Range.all();
        return new Equation(rule, stated, left, MORE, value, bounds);
    }

    /** Any value of a figure that is no less than another one. */
    static Quantity atLeast(Printed figure, Quantity limit) {
        Range<BigDecimal> bounds =
                limit.bounds().hasLowerBound() ? Range.atLeast(limit.bounds().lowerEndpoint()) : Range.all();
        return Quantity.of(
                limit.value().max(least(bounds, limit)), figure.quantity().unit(), Qualifier.AT_LEAST, bounds);
    }

    /** Any value of a figure that is no more than another one. */
    static Quantity upTo(Printed figure, Quantity limit) {
        Range<BigDecimal> bounds =
                limit.bounds().hasUpperBound() ? Range.atMost(limit.bounds().upperEndpoint()) : Range.all();
        return Quantity.of(limit.value(), figure.quantity().unit(), Qualifier.AT_MOST, bounds);
    }

    private static BigDecimal least(Range<BigDecimal> bounds, Quantity limit) {
        return bounds.hasLowerBound() ? bounds.lowerEndpoint() : limit.value();
    }

    /** Computes something that a zero or another unit may make impossible; null where it does. */
    static @Nullable Quantity attempt(Supplier<Quantity> computation) {
        try {
            return computation.get();
        } catch (ArithmeticException | UnitMismatchException e) {
            return null;
        }
    }

    /** Names a figure that the computation uses, and what it would have to be. */
    Equation with(Printed other, @Nullable Quantity needed) {
        others.add(other);
        return need(other, needed);
    }

    /** Names a figure of another source. */
    Equation from(Known other) {
        known.add(other.place());
        return this;
    }

    Equation need(Printed figure, @Nullable Quantity needed) {
        if (needed != null) {
            needs.add(new Need(figure, needed));
        }
        return this;
    }

    /** Lowers the level of what it finds, where the words leave a way out. */
    Equation atMostA(CheckLevel level) {
        ceiling = ceiling.atMost(level);
        return this;
    }

    String rule() {
        return rule;
    }

    Printed stated() {
        return stated;
    }

    List<Printed> others() {
        return others;
    }

    List<Need> needs() {
        return needs;
    }

    CheckLevel ceiling() {
        return ceiling;
    }

    /** Returns whether something is known of both sides. */
    boolean isDecidable() {
        Range<BigDecimal> printed = stated.bounds();
        return (bounds.hasLowerBound() || bounds.hasUpperBound())
                && (printed.hasLowerBound() || printed.hasUpperBound());
    }

    /** Returns whether there are values within the bounds of all figures that satisfy it. */
    boolean holds() {
        Range<BigDecimal> printed = stated.bounds();
        return printed.isConnected(bounds) && !printed.intersection(bounds).isEmpty();
    }

    /** Returns how many steps of its last printed place the stated figure is off, beyond all rounding. */
    BigDecimal steps() {
        Range<BigDecimal> printed = stated.bounds();
        BigDecimal distance = BigDecimal.ZERO;
        if (printed.hasUpperBound() && bounds.hasLowerBound()) {
            distance = distance.max(bounds.lowerEndpoint().subtract(printed.upperEndpoint()));
        }
        if (printed.hasLowerBound() && bounds.hasUpperBound()) {
            distance = distance.max(printed.lowerEndpoint().subtract(bounds.upperEndpoint()));
        }
        BigDecimal step = stated.quantity().resolution();
        return step.signum() == 0 ? new BigDecimal(Integer.MAX_VALUE) : distance.divide(step, MathContext.DECIMAL64);
    }

    /** The computation with its result and the stated figure: {@code 6 ÷ 4 - 1 = 50% (…) ≠ 60%}. */
    String sum() {
        if (isUpperLimit) {
            return stated.shown() + " > " + left;
        }
        if (left.isEmpty()) {
            return others.get(0).shown() + " " + unequal + " " + stated.shown();
        }
        if (others.isEmpty() && !known.isEmpty()) {
            return left + " " + unequal + " " + stated.shown();
        }
        String exact = PrintedForm.more(stated, value);
        String least = bounds.hasLowerBound() ? PrintedForm.more(stated, bounds.lowerEndpoint()) : "";
        String most = bounds.hasUpperBound() ? PrintedForm.more(stated, bounds.upperEndpoint()) : "";
        boolean single = unequal.equals(MORE) || least.equals(most);
        return left + " = " + exact + (single ? "" : " (" + least + ".." + most + ")") + " " + unequal + " "
                + stated.shown();
    }

    ImmutableList<Place> places() {
        ImmutableList.Builder<Place> places = ImmutableList.builder();
        places.add(stated.place());
        others.forEach(other -> places.add(other.place()));
        return places.addAll(known).build();
    }
}
