package org.grassrootskpi.query;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.grassrootskpi.assess.PlanPath;

/** The names of measures; different measures have different names. */
final class MeasureText {
    private MeasureText() {}

    static String of(Measure measure) {
        List<String> arguments = new ArrayList<>();
        measure.scope().within().ifPresent(arguments::add);
        measure.over().ifPresent(dimension -> arguments.add(dimension.toString()));
        if (measure.periods() > 0) {
            arguments.add(Integer.toString(measure.periods()));
        }
        measure.probability().ifPresent(p -> arguments.add(plain(p)));
        measure.path().ifPresent(path -> addTo(arguments, path));
        String name = name(measure, arguments);
        measure.inner().filter(inner -> !isPlainValue(inner)).ifPresent(inner -> arguments.add(of(inner)));
        return arguments.isEmpty() ? name : name + '(' + String.join(", ", arguments) + ')';
    }

    private static String name(Measure measure, List<String> arguments) {
        return switch (measure.kind()) {
            case GROWTH -> growth(measure, arguments);
            case DIFFERENCE, CONTRIBUTION -> {
                arguments.add(base(measure.comparison().orElseThrow()));
                yield measure.label() + (measure.level().isPresent() ? "To" : "");
            }
            case SHARE -> measure.label() + preposition(measure, "Of");
            case RANK -> measure.label() + preposition(measure, "Within");
            default -> measure.label();
        };
    }

    private static String preposition(Measure measure, String within) {
        return measure.over().isPresent() ? "Over" : measure.scope().within().isPresent() ? within : "";
    }

    private static String growth(Measure measure, List<String> arguments) {
        BasePeriod comparison = measure.comparison().orElseThrow();
        if (comparison.equals(BasePeriod.YEAR_EARLIER)) {
            return "yearOnYear";
        }
        if (comparison.equals(BasePeriod.PREVIOUS_PERIOD)) {
            return "periodOnPeriod";
        }
        arguments.add(base(comparison));
        return measure.label();
    }

    private static String base(BasePeriod comparison) {
        if (comparison.equals(BasePeriod.YEAR_EARLIER)) {
            return "yearEarlier";
        }
        return comparison.equals(BasePeriod.PREVIOUS_PERIOD) ? "previousPeriod" : comparison.toString();
    }

    /** Adds what tells a path from that of months, which is the usual one. */
    private static void addTo(List<String> arguments, PlanPath path) {
        if (path.kind() != PlanPath.Kind.MONTHS) {
            arguments.add(path.kind().toString().toLowerCase(Locale.ROOT));
        }
        path.shares().forEach(share -> arguments.add(plain(share)));
        path.cumulative().forEach(figure -> arguments.add(plain(figure)));
        path.milestones().forEach(step -> arguments.add(step.until() + " " + plain(step.share())));
        path.percentDecimals().ifPresent(decimals -> arguments.add("rounded to " + decimals));
        if (path.partialMonth() == PlanPath.PartialMonth.REFUSE) {
            arguments.add("ends of months");
        }
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    private static boolean isPlainValue(Measure measure) {
        return measure.kind() == Measure.Kind.VALUE;
    }
}
