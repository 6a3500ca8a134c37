package org.grassrootskpi.report;

import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.report.IndicatorMatch.Part;
import org.grassrootskpi.time.TimePeriod;

/** A value of a proposed indicator with its change, completion and ranks. */
final class ProposedValue {
    final Proposal of;
    final String region;
    final TimePeriod period;
    final IndicatorMatch value;
    final Quantity quantity;
    final Standing standing;
    final int sentence;
    final List<IndicatorMatch> attached = new ArrayList<>();

    /** True from when another figure claims the same place. */
    boolean contended;

    ProposedValue(
            Proposal of,
            String region,
            TimePeriod period,
            IndicatorMatch value,
            Quantity quantity,
            Standing standing,
            int sentence) {
        this.of = of;
        this.region = region;
        this.period = period;
        this.value = value;
        this.quantity = quantity;
        this.standing = standing;
        this.sentence = sentence;
    }

    String key() {
        return ObservationDraft.key(of.id, region, period) + ' ' + standing.isTarget();
    }

    boolean has(Part part) {
        return attached.stream().anyMatch(other -> other.part() == part);
    }
}
