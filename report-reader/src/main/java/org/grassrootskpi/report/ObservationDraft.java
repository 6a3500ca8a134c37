package org.grassrootskpi.report;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.model.Change;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Completion;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Rank;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.report.DraftWords.Kind;
import org.grassrootskpi.report.IndicatorMatch.Part;
import org.grassrootskpi.time.TimePeriod;

/** The figures of a report for one indicator, region and period. */
final class ObservationDraft {
    private static final String STATED = "同比";

    private final Indicator indicator;
    private final String region;
    private final TimePeriod period;
    private final Map<Part, IndicatorMatch> bindings = new EnumMap<>(Part.class);
    private Optional<Quantity> value = Optional.empty();
    private Optional<Quantity> change = Optional.empty();
    private boolean forecast;

    ObservationDraft(Indicator indicator, String region, TimePeriod period) {
        this.indicator = indicator;
        this.region = region;
        this.period = period;
    }

    static String key(String indicator, String region, TimePeriod period) {
        return indicator + ' ' + region + ' ' + period;
    }

    private Optional<IndicatorMatch> binding(Part part) {
        return Optional.ofNullable(bindings.get(part));
    }

    void addValue(IndicatorMatch binding, Quantity quantity, boolean isForecast) {
        bindings.put(Part.VALUE, binding);
        value = Optional.of(quantity);
        forecast = isForecast;
    }

    void addChange(IndicatorMatch binding, Quantity signed) {
        bindings.put(Part.CHANGE, binding);
        change = Optional.of(signed);
    }

    /** A completion, a rank or a name. */
    void add(IndicatorMatch binding) {
        bindings.put(binding.part(), binding);
    }

    String region() {
        return region;
    }

    Observation observation(String document) {
        IndicatorMatch first = bindings.values().iterator().next();
        Observation.Builder builder = Observation.builder()
                .indicator(indicator.id())
                .region(region)
                .period(period)
                .citation(Citation.of(document, section(first), first.quote()))
                .figure(value)
                .status(
                        value.isEmpty()
                                ? ObservationStatus.MISSING
                                : forecast ? ObservationStatus.FORECAST : ObservationStatus.UNVALIDATED);
        binding(Part.CHANGE)
                .flatMap(made -> change.map(signed -> change(made.quote(), signed)))
                .ifPresent(builder::yearOnYear);
        figure(Part.COMPLETION)
                .ifPresent(figure -> builder.completion(Completion.of(figure.quantity(), figure.phrase())));
        figure(indicator.kind() == IndicatorKind.RANK ? Part.VALUE : Part.RANK)
                .ifPresent(figure -> builder.addRanks(rank(figure)));
        return builder.build();
    }

    private Optional<FigureMention> figure(Part part) {
        return binding(part).flatMap(IndicatorMatch::figure);
    }

    static String section(IndicatorMatch binding) {
        return binding.figure()
                .map(figure -> figure.section().path())
                .filter(path -> !path.isEmpty())
                .orElse("0");
    }

    private static Change change(String quote, Quantity signed) {
        return Change.builder()
                .value(signed)
                .basis(quote.contains(STATED) ? Change.Basis.STATED : Change.Basis.IMPLIED)
                .quote(quote)
                .build();
    }

    /** The change as a ratio: 增长近三倍 is one of three. */
    static Quantity ratio(Quantity change) {
        return change.unit().isRatio()
                ? change
                : Quantity.of(change.value(), Unit.RATIO).withQualifier(change.qualifier());
    }

    private static Rank rank(FigureMention figure) {
        return Rank.builder()
                .kind(Rank.Kind.PLACE)
                .place(figure.quantity().value().intValue())
                .scope(scope(figure))
                .quote(figure.phrase())
                .build();
    }

    /** Among which places a rank is one: 全区 are those of a county. */
    static Optional<RegionLevel> scope(FigureMention figure) {
        return figure.scope()
                .flatMap(word -> DraftWords.valueOf(Kind.SCOPE, word))
                .map(RegionLevel::of);
    }
}
