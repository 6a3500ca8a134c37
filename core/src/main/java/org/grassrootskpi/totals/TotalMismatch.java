package org.grassrootskpi.totals;

import com.google.common.collect.ImmutableMap;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;

/**
 * A published total that is not the sum of its parts.
 *
 * @param region the region
 * @param period the period
 * @param members for each extra dimension of the data the member; none where there are no such dimensions
 * @param total the total as published, with its bounds
 * @param sum the sum of the parts, with its bounds
 */
public record TotalMismatch(
        Region region, TimePeriod period, ImmutableMap<String, String> members, Quantity total, Quantity sum) {}
