package org.grassrootskpi.model;

import com.google.common.collect.ImmutableSet;
import java.math.BigDecimal;
import java.util.function.Function;
import org.grassrootskpi.text.CanonicalDecimal;

/**
 * How an indicator follows from others: {@code births - deaths}, {@code (wages + pensions) / residents},
 * {@code 1000 * doctors / residents}.
 *
 * <p>It has ids of indicators, numbers, {@code + - * /} and brackets; {@code *} and {@code /} come before {@code +} and {@code -}, and what is of one
 * rank is computed from the left. A minus sign between two ids needs a blank before it, since {@code a-b} is an id. An
 * id that consists of digits alone cannot be named, because it is a number.
 *
 * <p>A formula is evaluated of totals: the parts of a group are added up first, from the regions and periods of which
 * all parts were reported. Immutable.
 */
public sealed interface IndicatorFormula {
    /** The most ids and numbers that a formula has, those of the formulas that it refers to included. */
    int MOST_OPERANDS = 256;

    /** What is done with two operands. */
    enum Operator {
        /** The sum. */
        PLUS("+"),
        /** The difference. */
        MINUS("-"),
        /** The product. */
        TIMES("*"),
        /** The quotient. */
        DIVIDED_BY("/");

        private final String sign;

        Operator(String sign) {
            this.sign = sign;
        }

        /** {@return whether it adds or takes away, after all products and quotients} */
        public boolean isAdditive() {
            return this == PLUS || this == MINUS;
        }

        /** {@return the sign, such as {@code *}} */
        @Override
        public String toString() {
            return sign;
        }
    }

    /**
     * A number.
     *
     * @param value the number
     */
    record Constant(BigDecimal value) implements IndicatorFormula {
        /**
         * Creates a number in its shortest form.
         *
         * @param value the number
         */
        public Constant {
            value = CanonicalDecimal.of(value);
        }

        /** {@return the number} */
        @Override
        public String toString() {
            return value.toPlainString();
        }
    }

    /**
     * The value of an indicator.
     *
     * @param indicator the id
     */
    record Reference(String indicator) implements IndicatorFormula {
        /** {@return the id} */
        @Override
        public String toString() {
            return indicator;
        }
    }

    /**
     * An operation on two operands.
     *
     * @param operator what is done
     * @param left the first operand
     * @param right the second operand
     */
    record Operation(Operator operator, IndicatorFormula left, IndicatorFormula right) implements IndicatorFormula {
        /** {@return the operation, with brackets where they are needed} */
        @Override
        public String toString() {
            boolean bracketLeft =
                    left instanceof Operation inner && !operator.isAdditive() && inner.operator.isAdditive();
            boolean bracketRight =
                    right instanceof Operation inner && (!operator.isAdditive() || inner.operator.isAdditive());
            return (bracketLeft ? "(" + left + ")" : left) + " " + operator + " "
                    + (bracketRight ? "(" + right + ")" : right);
        }
    }

    /**
     * Reads a formula; reads {@link Object#toString()} back. The signs × ÷ − and those of full width are read as well.
     *
     * @param text such as {@code births - deaths}
     * @return the formula
     * @throws IllegalArgumentException if it is no formula; the message says at which character
     */
    static IndicatorFormula parse(String text) {
        return new FormulaParser(text).parse();
    }

    /**
     * Returns the indicators that it names.
     *
     * @return their ids in the order of the formula, each of them once
     */
    default ImmutableSet<String> indicators() {
        if (this instanceof Reference reference) {
            return ImmutableSet.of(reference.indicator());
        }
        return this instanceof Operation operation
                ? ImmutableSet.<String>builder()
                        .addAll(operation.left().indicators())
                        .addAll(operation.right().indicators())
                        .build()
                : ImmutableSet.of();
    }

    /**
     * Returns this with formulas in place of ids.
     *
     * @param by the formula for an id, or {@code new Reference(id)} for one that stays
     * @return the formula
     */
    default IndicatorFormula replaced(Function<String, IndicatorFormula> by) {
        if (this instanceof Reference reference) {
            return by.apply(reference.indicator());
        }
        return this instanceof Operation operation
                ? new Operation(
                        operation.operator(),
                        operation.left().replaced(by),
                        operation.right().replaced(by))
                : this;
    }
}
