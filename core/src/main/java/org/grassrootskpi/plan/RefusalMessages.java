package org.grassrootskpi.plan;

import java.util.List;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.query.Source;

/** Messages and suggestions for refused aggregations. */
final class RefusalMessages {
    private RefusalMessages() {}

    static String noSum(Indicator indicator) {
        return "'" + indicator.id() + "' is a " + indicator.kind()
                + switch (indicator.kind()) {
                    case RATIO -> ": shares of different totals cannot be added";
                    case GROWTH -> ": growth rates against different bases cannot be added";
                    case INDEX -> ": index numbers cannot be added";
                    case RANK -> ": ranks cannot be added";
                    case RATING -> ": grades cannot be added";
                    case DISTINCT -> ": the parts may count the same thing twice";
                    case SHARED_FLOW -> ": several regions may share one, which their sum would count again";
                    case FLOW, STOCK -> "";
                };
    }

    static String insteadOfSum(Indicator indicator) {
        return switch (indicator.kind()) {
            case RATIO, INDEX, GROWTH -> "ask for Measure.value(), which recalculates it at every level";
            case RANK, RATING -> "ask for Measure.min() or Measure.max(), or for each observation by Measure.value()";
            default -> "ask for Measure.value() at the level and frequency that it is observed at";
        };
    }

    static String noMean(Indicator indicator) {
        return "'" + indicator.id() + "' is a " + indicator.kind()
                + switch (indicator.kind()) {
                    case RATIO, GROWTH, INDEX -> ": an unweighted mean counts a small region as much as a large one";
                    case RANK, RATING -> ": ranks and grades have no mean";
                    case DISTINCT -> ": the parts may count the same thing twice";
                    case FLOW, STOCK, SHARED_FLOW -> ", which is no rate";
                };
    }

    static String insteadOfMean(Indicator indicator) {
        return switch (indicator.kind()) {
            case RATIO, GROWTH, INDEX ->
                "ask for Measure.value(), or for Measure.meanOfRates() if that is what is meant";
            case FLOW, STOCK, SHARED_FLOW -> "ask for Measure.mean()";
            default -> "ask for Measure.min(), Measure.max() or Measure.quantile(0.5)";
        };
    }

    static String notRolledUp(Indicator indicator) {
        return "'" + indicator.id() + "' is a " + indicator.kind()
                + switch (indicator.kind()) {
                    case RATIO ->
                        " whose numerator, denominator or weight has no data, so it cannot be recalculated for a larger group";
                    case GROWTH -> " whose base has no data, so it cannot be recalculated for a larger group";
                    case INDEX -> " without a weight that has data, so it cannot be averaged over a larger group";
                    default -> ", which is never aggregated";
                };
    }

    /** Returns a suggestion for a refused roll-up, with the extra dimensions of which a group has several members. */
    static String wayOut(Indicator indicator, Source source, List<String> open) {
        String asObserved = "group by region(" + source.level() + ") and period(" + source.frequency() + ")"
                + (open.isEmpty() ? "" : " and limit each of " + open + " to one member by where(...)")
                + " to see it as it was observed";
        return switch (indicator.kind()) {
            case RATIO -> asObserved + ", or declare its numerator and denominator, or a weight, and load them";
            case GROWTH -> asObserved + ", or declare its base and load it";
            case INDEX -> asObserved + ", or declare its weight and load it";
            case SHARED_FLOW ->
                "group by region(" + source.level() + "), over whatever time"
                        + (open.isEmpty() ? "" : ", and limit each of " + open + " to one member by where(...)")
                        + ", or ask for Measure.min() or Measure.max()";
            default -> asObserved + ", or ask for Measure.min() or Measure.max()";
        };
    }
}
