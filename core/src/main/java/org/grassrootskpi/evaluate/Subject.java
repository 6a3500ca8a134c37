package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.query.Refusal;

/**
 * The subject of a row: an indicator, or the indicators of a sector combined.
 *
 * @param id the id of the indicator or sector
 * @param indicators the indicators; none where the id is unknown
 * @param unknown the reason if there are none
 */
public record Subject(String id, ImmutableList<Indicator> indicators, Optional<Refusal> unknown) {
    public static Subject of(Indicator indicator) {
        return new Subject(indicator.id(), ImmutableList.of(indicator), Optional.empty());
    }

    /** Returns the unit of the values; of a sector that of its first indicator. */
    public Unit unit() {
        return indicators.isEmpty() ? Unit.COUNT : indicators.get(0).unit().base();
    }
}
