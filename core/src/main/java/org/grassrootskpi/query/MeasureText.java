package org.grassrootskpi.query;

import java.util.ArrayList;
import java.util.List;

/** The names of measures; different measures have different names. */
final class MeasureText {
    private MeasureText() {}

    static String of(Measure measure) {
        List<String> arguments = new ArrayList<>();
        measure.level().ifPresent(level -> arguments.add(level.toString()));
        if (measure.periods() > 0) {
            arguments.add(Integer.toString(measure.periods()));
        }
        measure.probability()
                .ifPresent(p -> arguments.add(p.stripTrailingZeros().toPlainString()));
        String name = name(measure, arguments);
        measure.inner().filter(inner -> !isPlainValue(inner)).ifPresent(inner -> arguments.add(of(inner)));
        return arguments.isEmpty() ? name : name + '(' + String.join(", ", arguments) + ')';
    }

    private static String name(Measure measure, List<String> arguments) {
        boolean yearEarlier =
                measure.comparison().filter(c -> c == BasePeriod.YEAR_EARLIER).isPresent();
        return switch (measure.kind()) {
            case GROWTH -> yearEarlier ? "yearOnYear" : "periodOnPeriod";
            case DIFFERENCE, CONTRIBUTION -> {
                arguments.add(yearEarlier ? "yearEarlier" : "previousPeriod");
                yield measure.label() + (measure.level().isPresent() ? "To" : "");
            }
            case SHARE -> measure.label() + (measure.level().isPresent() ? "Of" : "");
            case RANK -> measure.label() + (measure.level().isPresent() ? "Within" : "");
            default -> measure.label();
        };
    }

    private static boolean isPlainValue(Measure measure) {
        return measure.kind() == Measure.Kind.VALUE;
    }
}
