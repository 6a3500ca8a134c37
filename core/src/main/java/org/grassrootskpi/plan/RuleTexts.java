package org.grassrootskpi.plan;

import java.util.List;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.query.Source;

/** What a user is told of an indicator that cannot be put together as asked, and what to ask instead. */
final class RuleTexts {
    private RuleTexts() {}

    static String noSum(Indicator indicator) {
        return "'" + indicator.id() + "' is a " + indicator.kind()
                + switch (indicator.kind()) {
                    case RATIO -> ": shares of different wholes have no sum";
                    case GROWTH -> ": changes against different bases have no sum";
                    case INDEX -> ": index numbers have no sum";
                    case RANK -> ": places in an order have no sum";
                    case RATING -> ": grades have no sum";
                    case DISTINCT -> ": the same one may be counted in several parts";
                    case SHARED_FLOW -> ": several regions may share one, which their sum would count again";
                    case FLOW, STOCK -> "";
                };
    }

    static String insteadOfSum(Indicator indicator) {
        return switch (indicator.kind()) {
            case RATIO, INDEX, GROWTH -> "ask for Measure.value(), which puts it together by its own rule";
            case RANK, RATING -> "ask for Measure.min() or Measure.max(), or for each observation by Measure.value()";
            default -> "ask for Measure.value() at the level and frequency that it is observed at";
        };
    }

    static String noMean(Indicator indicator) {
        return "'" + indicator.id() + "' is a " + indicator.kind()
                + switch (indicator.kind()) {
                    case RATIO, GROWTH, INDEX -> ": an unweighted mean counts a small region as much as a large one";
                    case RANK, RATING -> ": places and grades have no mean";
                    case DISTINCT -> ": the same one may be counted in several parts";
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
                    case RATIO -> " whose parts or weight have no data: it cannot be put together from smaller groups";
                    case GROWTH -> " whose base has no data: it cannot be put together from smaller groups";
                    case INDEX -> " without a weight that has data: it cannot be put together from smaller groups";
                    default -> ", which is never put together from smaller groups";
                };
    }

    /** The way out of a refused roll-up, with the extra dimensions of which a group has several members. */
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
