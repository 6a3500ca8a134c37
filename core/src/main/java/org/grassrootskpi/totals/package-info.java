/**
 * Published totals of whole tables against the sums of their parts: indicators that make up another by an {@link
 * org.grassrootskpi.model.Identity}, regions that make up a region, periods that make up a period. Any engine flows in; {@link
 * org.grassrootskpi.totals.TotalChecks} with counts of what passed, failed and could not be checked flows out.
 */
@NullMarked
package org.grassrootskpi.totals;

import org.jspecify.annotations.NullMarked;
