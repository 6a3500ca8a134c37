package org.grassrootskpi.exact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;

/** Logarithms and weighted geometric means to more than 34 digits, rounded outwards. */
public final class Roots {
    private static final MathContext WORK = new MathContext(60, RoundingMode.HALF_EVEN);
    private static final MathContext KEPT = new MathContext(40, RoundingMode.HALF_EVEN);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal SMALLEST_TERM = new BigDecimal("1E-58");
    /** The relative error that is certain not to be exceeded: the last five of 40 digits are not relied on. */
    private static final BigDecimal ERROR = new BigDecimal("1E-36");
    /** The greatest sum of whole weights; beyond it the weights are too fine for a root. */
    private static final BigInteger MOST_WEIGHT = BigInteger.valueOf(100_000_000);

    private static final BigDecimal LN_2 = atanhTwice(BigDecimal.ONE.divide(BigDecimal.valueOf(3), WORK));

    private Roots() {}

    /**
     * {@return the natural logarithm, to 40 digits}
     *
     * @param x a positive number
     * @throws ArithmeticException if it is not
     */
    public static Bounded ln(Fraction x) {
        if (x.signum() <= 0) {
            throw new ArithmeticException("Expected a positive number, got " + x);
        }
        return within(logarithm(decimal(x)));
    }

    private static BigDecimal decimal(Fraction x) {
        return x.toDecimal().precision() < 34 ? x.toDecimal() : x.toDecimal(WORK);
    }

    private static BigDecimal logarithm(BigDecimal x) {
        if (x.compareTo(BigDecimal.ONE) == 0) {
            return BigDecimal.ZERO;
        }
        // x = m 2^k with m between 2/3 and 4/3.
        int twos = (int) Math.round(Math.log(Math.max(x.doubleValue(), Double.MIN_NORMAL)) / Math.log(2));
        BigDecimal m = twos >= 0 ? x.divide(TWO.pow(twos), WORK) : x.multiply(TWO.pow(-twos), WORK);
        BigDecimal z = m.subtract(BigDecimal.ONE).divide(m.add(BigDecimal.ONE), WORK);
        return atanhTwice(z).add(LN_2.multiply(BigDecimal.valueOf(twos)), WORK);
    }

    /** Returns ln((1 + z) / (1 - z)) by its series. */
    private static BigDecimal atanhTwice(BigDecimal z) {
        BigDecimal square = z.multiply(z, WORK);
        BigDecimal power = z;
        BigDecimal sum = z;
        for (int k = 3; power.abs().compareTo(SMALLEST_TERM) > 0; k += 2) {
            power = power.multiply(square, WORK);
            sum = sum.add(power.divide(BigDecimal.valueOf(k), WORK), WORK);
        }
        return sum.multiply(TWO, WORK);
    }

    /**
     * {@return the weighted geometric mean: the product of the values, each raised to its share of the weights, to 40 digits;
     * exact where all values are the same, and zero where one of them is}
     *
     * @param values positive numbers or zero, at least one
     * @param weights positive numbers, as many
     * @throws ArithmeticException if the weights have so many digits that no root of whole weights stands for them
     */
    public static Bounded geometricMean(List<Fraction> values, List<Fraction> weights) {
        Fraction first = values.get(0);
        if (values.stream().allMatch(first::equals)) {
            return Bounded.of(first);
        }
        if (values.stream().anyMatch(value -> value.signum() == 0)) {
            return Bounded.of(Fraction.ZERO);
        }
        List<BigInteger> whole = Fraction.wholeMultiples(weights);
        BigInteger sum = whole.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (sum.compareTo(MOST_WEIGHT) > 0) {
            throw new ArithmeticException("Weights as fine as " + weights + " have no root; round them");
        }
        int root = sum.intValueExact();
        BigDecimal product = BigDecimal.ONE;
        double start = 0;
        for (int i = 0; i < values.size(); i++) {
            BigDecimal value = decimal(values.get(i));
            product = product.multiply(value.pow(whole.get(i).intValueExact(), WORK), WORK);
            start += Math.log(value.doubleValue()) * whole.get(i).doubleValue() / root;
        }
        // Newton's method doubles the fifteen digits of the start with each step.
        BigDecimal mean = new BigDecimal(Math.exp(start));
        for (int step = 0; step < 4; step++) {
            BigDecimal rest = BigDecimal.ONE.subtract(product.divide(mean.pow(root, WORK), WORK), WORK);
            mean = mean.subtract(mean.multiply(rest, WORK).divide(BigDecimal.valueOf(root), WORK), WORK);
        }
        return within(mean);
    }

    private static Bounded within(BigDecimal value) {
        BigDecimal kept = value.round(KEPT);
        BigDecimal error = kept.abs().multiply(ERROR);
        return Bounded.of(Fraction.of(kept), Fraction.of(kept.subtract(error)), Fraction.of(kept.add(error)));
    }
}
