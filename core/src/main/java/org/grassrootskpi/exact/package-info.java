/**
 * Exact arithmetic for what is judged: a score of one third of 100 that is taken three times is 100, and a gap to a line is
 * zero exactly where it is zero.
 *
 * <pre>{@code
 * Fraction done = Fraction.of(new BigDecimal("700")).dividedBy(Fraction.of(new BigDecimal("1200")));
 * done.compareTo(Fraction.of(7).dividedBy(Fraction.of(12)));      // 0
 * Bounded actual = Bounded.from(Quantity.parse("近300亿元"));       // 30 billion, from 0 to less than that
 * actual.isSurelyBelow(Fraction.of(new BigDecimal("3E10")));      // true: near 30 billion is less than it
 * }</pre>
 *
 * <p>Not exported: what others see are figures ({@link org.grassrootskpi.quantity.Quantity}) and decimals with bounds.
 */
@NullMarked
package org.grassrootskpi.exact;

import org.jspecify.annotations.NullMarked;
