package org.grassrootskpi.report;

import java.util.Optional;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.quantity.Unit;

/** An indicator that is proposed for figures of no known one. */
final class Proposal {
    final String id;
    final String name;
    final Unit unit;
    final IndicatorKind kind;

    /** What suggested the kind. */
    final String why;

    /** What its name says is measured, where the name is composed: 税收 of 税收增速, 民营经济 of 民营经济占地区生产总值比重. */
    final String of;

    /** The whole of a share. */
    final Optional<String> whole;

    int decimals;

    Proposal(String id, String name, Unit unit, IndicatorKind kind, String why) {
        this(id, name, unit, kind, why, "", Optional.empty());
    }

    Proposal(String id, String name, Unit unit, IndicatorKind kind, String why, String of, Optional<String> whole) {
        this.id = id;
        this.name = name;
        this.unit = unit;
        this.kind = kind;
        this.why = why;
        this.of = of;
        this.whole = whole;
    }
}
