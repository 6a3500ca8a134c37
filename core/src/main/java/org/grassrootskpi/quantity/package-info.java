/**
 * Figures as reports print them, and arithmetic that keeps their qualifiers and bounds.
 *
 * <p>A text such as {@code 近300亿元} is read as a {@link org.grassrootskpi.quantity.Quantity}: an exact decimal in
 * the base unit, the {@link org.grassrootskpi.quantity.Unit} it was printed in, a
 * {@link org.grassrootskpi.quantity.Qualifier} (here 近, below), the step of the last printed place, and the interval in
 * which the true figure lies.
 *
 * <pre>{@code
 * Quantity done = Quantity.parse("98.6公顷");            // 986000 m2, printed to 0.1 ha: [985500, 986500)
 * Quantity rate = Quantity.parse("341%");               // 3.41, [3.405, 3.415)
 * Quantity target = done.dividedBy(rate);               // what was planned: about 28.9 ha
 * target.in(Unit.parse("公顷"));                         // 28.91495601173020527859237536656891
 * target.bounds();                                      // 288579.79… to 289720.99… m2
 *
 * Quantity.parse("509.45亿元").plus(Quantity.parse("近300亿元")).qualifier();   // BELOW: the sum is no longer exact
 * Quantity.parse("98.6公顷").plus(Quantity.parse("341%"));                     // UnitMismatchException
 * Quantity.parse("1,23,4元");                             // QuantityFormatException: position 1, ...
 * }</pre>
 *
 * <p>Longer texts are searched with {@link org.grassrootskpi.quantity.Quantity#parsePrefix}, which answers a
 * {@link org.grassrootskpi.quantity.QuantityMatch} with the place of every part. Units of your own are added to a
 * {@link org.grassrootskpi.quantity.UnitVocabulary}. The words themselves are listed in the commented resource files
 * {@code units.tsv}, {@code qualifiers.tsv} and {@code numerals.tsv} of this package.
 */
@NullMarked
package org.grassrootskpi.quantity;

import org.jspecify.annotations.NullMarked;
