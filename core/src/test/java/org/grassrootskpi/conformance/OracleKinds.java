package org.grassrootskpi.conformance;

import java.util.List;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.query.Refusal.Reason;

/** Which kinds of indicators an oracle adds up. */
final class OracleKinds {
    private OracleKinds() {}

    static void requireAdditive(Indicator i) {
        switch (i.kind()) {
            case RATIO -> throw new OracleSources.No(Reason.SUM_OF_RATIO);
            case GROWTH -> throw new OracleSources.No(Reason.SUM_OF_GROWTH);
            case INDEX -> throw new OracleSources.No(Reason.SUM_OF_INDEX);
            case RANK -> throw new OracleSources.No(Reason.SUM_OF_RANK);
            case RATING -> throw new OracleSources.No(Reason.SUM_OF_RATING);
            case DISTINCT -> throw new OracleSources.No(Reason.SUM_OF_DISTINCT);
            case SHARED_FLOW -> throw new OracleSources.No(Reason.SUM_OF_SHARED_FLOW);
            default -> {}
        }
    }

    static void requireOneAdditive(List<Indicator> of) {
        for (Indicator i : of) {
            requireAdditive(i);
            OracleAnswers.require(i.kind() == of.get(0).kind(), Reason.MIXED_KINDS);
        }
    }
}
