/**
 * Published totals of whole tables against the sums of their parts: indicators that make up another by an {@link
 * org.grassrootskpi.model.Identity}, regions that make up a region, periods that make up a period. Any engine flows in; {@link
 * org.grassrootskpi.totals.TotalChecks} with counts of what passed, failed and could not be checked flows out.
 *
 * <pre>{@code
 * for (TotalCheck check : TotalChecks.of(Engine.local(table)).checks()) {
 *     for (TotalMismatch wrong : check.mismatches()) {
 *         System.out.println(wrong.region().code() + " " + wrong.period() + ": " + wrong.total() + " is not " + wrong.sum());
 *     }
 * }
 * }</pre>
 */
@NullMarked
package org.grassrootskpi.totals;

import org.jspecify.annotations.NullMarked;
