package org.grassrootskpi.assess;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.grassrootskpi.assess.DerivedFigure.Kind;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Identity;
import org.grassrootskpi.model.Identity.Part;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;

/** Writes out by which computation a figure follows from others, with these as they are stated: {@code 98.6公顷 ÷ 341%}. */
final class WrittenFormula {
    private final Catalog catalog;
    private final List<Observation> sources;

    WrittenFormula(Catalog catalog, List<String> keys) {
        this.catalog = catalog;
        this.sources = keys.stream().map(this::source).toList();
    }

    private Observation source(String key) {
        String[] parts = key.split(":", 3);
        return catalog.observation(parts[0], parts[1], TimePeriod.parse(parts[2]))
                .orElseThrow();
    }

    String of(Kind kind, Optional<Identity> identity) {
        return switch (kind) {
            case IMPLIED_TARGET ->
                figure(0) + " ÷ " + sources.get(0).completion().orElseThrow().value();
            case PREVIOUS_YEAR ->
                figure(0) + " ÷ (1"
                        + signed(sources.get(0).yearOnYear().orElseThrow().value()) + ")";
            case CHANGE ->
                sources.get(0).figure().orElseThrow().unit().isRatio()
                        ? figure(0) + " - " + figure(1)
                        : figure(0) + " ÷ " + figure(1) + " - 1";
            case SHARE_OF_WHOLE, RATIO -> figure(0) + " ÷ " + figure(1);
            case NUMERATOR -> figure(1) + " × " + figure(0);
            case DENOMINATOR -> figure(1) + " ÷ " + figure(0);
            case REMAINDER -> figure(1) + " × (1 - " + figure(0) + ")";
            case SUM_OF_REGIONS ->
                sources.stream()
                        .map(source -> source.figure().orElseThrow().toString())
                        .collect(Collectors.joining(" + "));
            case SUM_OF_PARTS, PART_OF_TOTAL -> sum(identity.orElseThrow());
        };
    }

    private Quantity figure(int source) {
        return sources.get(source).figure().orElseThrow();
    }

    private static String signed(Quantity change) {
        String printed = change.toString();
        boolean hasSign = printed.startsWith("+") || printed.startsWith("-");
        return (change.value().signum() < 0 ? " - " : " + ") + (hasSign ? printed.substring(1) : printed);
    }

    /** What is added comes first, so that the sum does not begin with a minus. */
    private String sum(Identity identity) {
        boolean isTotal = sources.stream().noneMatch(source -> isTotal(identity, source));
        boolean isBesideTotal = isTotal
                || identity.parts().stream()
                        .filter(part -> sources.stream()
                                .noneMatch(source -> source.indicator().equals(part.indicator())))
                        .noneMatch(Part::isAdded);
        StringBuilder sum = new StringBuilder();
        for (boolean isAdded : new boolean[] {true, false}) {
            for (Observation source : sources) {
                if ((isBesideTotal(identity, source) != isBesideTotal) == isAdded) {
                    sum.append(sum.isEmpty() ? "" : isAdded ? " + " : " - ")
                            .append(source.figure().orElseThrow());
                }
            }
        }
        return sum.toString();
    }

    private static boolean isTotal(Identity identity, Observation source) {
        return source.indicator().equals(identity.total());
    }

    private static boolean isBesideTotal(Identity identity, Observation source) {
        return isTotal(identity, source)
                || identity.parts().stream()
                        .filter(part -> part.indicator().equals(source.indicator()))
                        .noneMatch(Part::isAdded);
    }
}
