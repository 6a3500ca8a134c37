package org.grassrootskpi.assess;

import com.google.common.collect.BoundType;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.grassrootskpi.assess.DerivedFigure.Kind;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Identity;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.quantity.UnitMismatchException;
import org.grassrootskpi.time.TimePeriod;

/** Derives the figures that follow from each observation of a catalogue, and compares them with the stated ones. */
final class Derivation {
    private static final Range<BigDecimal> SHARES = Range.closed(BigDecimal.ZERO, BigDecimal.ONE);
    private static final Quantity ONE = Quantity.ofExact(BigDecimal.ONE, Unit.RATIO);

    private final Catalog catalog;
    final ImmutableList.Builder<DerivedFigure> derived = ImmutableList.builder();
    final ImmutableList.Builder<Underived> underived = ImmutableList.builder();
    final ImmutableList.Builder<Contradiction> contradictions = ImmutableList.builder();
    int checks;
    int impossible;

    Derivation(Catalog catalog) {
        this.catalog = catalog;
    }

    void run() {
        for (Observation observation : catalog.observations()) {
            observation.figure().ifPresent(value -> {
                Indicator indicator = catalog.indicator(observation.indicator());
                target(observation, value);
                previousYear(observation, value, indicator);
                shareOfWhole(observation, value, indicator);
                parts(observation, value, indicator);
                regions(observation, value, indicator);
            });
        }
        catalog.identities().forEach(identity -> new IdentityDerivation(catalog, identity, this).run());
    }

    private void target(Observation observation, Quantity value) {
        observation
                .completion()
                .flatMap(share -> derive(
                        Kind.IMPLIED_TARGET, observation, () -> value.dividedBy(share.value()), observation.key()))
                .ifPresent(figure -> {
                    for (Target target : catalog.targets()) {
                        boolean same = target.indicator().equals(Optional.of(observation.indicator()))
                                && target.region().equals(observation.region())
                                && target.deadline().equals(observation.period());
                        target.figure()
                                .filter(stated -> same)
                                .ifPresent(stated -> compare(figure, stated, target.id()));
                    }
                });
    }

    private void previousYear(Observation observation, Quantity value, Indicator indicator) {
        Optional<TimePeriod> earlier = observation.period().yearEarlier();
        if (earlier.isEmpty()) {
            return;
        }
        boolean rate = indicator.unit().hasSameBase(Unit.RATIO);
        Optional<Observation> before = stated(observation.indicator(), observation.region(), earlier.get());
        if (rate) {
            // A rate changes by percentage points; whether a printed change of one is in points is not known.
            before.ifPresent(base -> derive(
                    Kind.CHANGE,
                    observation,
                    () -> inPoints(value.minus(base.figure().orElseThrow())),
                    observation.key(),
                    base.key()));
            return;
        }
        Optional<DerivedFigure> base = observation
                .yearOnYear()
                .flatMap(change -> derive(
                        Kind.PREVIOUS_YEAR,
                        observation.indicator(),
                        observation.region(),
                        earlier.get(),
                        () -> value.dividedBy(ONE.plus(change.value())),
                        observation.key()));
        base.ifPresent(figure ->
                before.ifPresent(stated -> compare(figure, stated.figure().orElseThrow(), stated.key())));
        before.flatMap(stated -> derive(
                        Kind.CHANGE,
                        observation,
                        () -> value.dividedBy(stated.figure().orElseThrow()).minus(ONE),
                        observation.key(),
                        stated.key()))
                .ifPresent(figure -> observation
                        .yearOnYear()
                        .ifPresent(change -> compare(figure, change.value(), observation.key())));
    }

    private static Quantity inPoints(Quantity ratio) {
        return Quantity.of(ratio.value(), Unit.PERCENTAGE_POINT, ratio.qualifier(), ratio.bounds());
    }

    private void shareOfWhole(Observation observation, Quantity value, Indicator indicator) {
        indicator
                .partOf()
                .flatMap(whole -> stated(whole, observation.region(), observation.period()))
                .ifPresent(whole -> derive(
                                Kind.SHARE_OF_WHOLE,
                                observation,
                                () -> within(value.dividedBy(whole.figure().orElseThrow()), SHARES),
                                observation.key(),
                                whole.key())
                        .ifPresent(figure -> {
                            checks++;
                            Range<BigDecimal> bounds = figure.figure().bounds();
                            if (bounds.hasLowerBound() && bounds.lowerEndpoint().compareTo(BigDecimal.ONE) > 0) {
                                contradictions.add(ImmutableContradiction.of(figure, ONE, whole.key()));
                            }
                        }));
    }

    private void parts(Observation observation, Quantity printed, Indicator indicator) {
        if (indicator.numerator().isEmpty() || indicator.denominator().isEmpty()) {
            return;
        }
        Indicator above = catalog.indicator(indicator.numerator().get());
        Indicator below = catalog.indicator(indicator.denominator().get());
        String region = observation.region();
        TimePeriod period = observation.period();
        Optional<Observation> numerator = stated(above.id(), region, period);
        Optional<Observation> denominator = stated(below.id(), region, period);
        // What is contained in the whole is at most all of it: 100 % as rounded is no 100.4 %.
        Quantity ratio = above.partOf().equals(Optional.of(below.id())) ? within(printed, SHARES) : printed;
        if (denominator.isPresent()) {
            Quantity all = denominator.get().figure().orElseThrow();
            numerator.ifPresent(part -> derive(
                            Kind.RATIO,
                            indicator.id(),
                            region,
                            period,
                            () -> part.figure().orElseThrow().dividedBy(all),
                            part.key(),
                            denominator.get().key())
                    .ifPresent(figure -> compare(figure, printed, observation.key())));
            String[] sources = {observation.key(), denominator.get().key()};
            derive(Kind.NUMERATOR, above.id(), region, period, () -> all.times(ratio), sources);
            derive(Kind.REMAINDER, below.id(), region, period, () -> all.times(ONE.minus(ratio)), sources);
        } else {
            numerator.ifPresent(part -> derive(
                    Kind.DENOMINATOR,
                    below.id(),
                    region,
                    period,
                    () -> part.figure().orElseThrow().dividedBy(ratio),
                    observation.key(),
                    part.key()));
        }
    }

    private void regions(Observation observation, Quantity value, Indicator indicator) {
        if (!indicator.kind().isAdditiveOverRegions()) {
            return;
        }
        List<String> codes = catalog.regions().stream()
                .filter(region -> region.parent().equals(Optional.of(observation.region())))
                .map(Region::code)
                .toList();
        List<Observation> children = codes.stream()
                .flatMap(code -> stated(indicator.id(), code, observation.period()).stream())
                .toList();
        // A few of the parts do not determine the whole.
        if (children.isEmpty() || children.size() < codes.size()) {
            return;
        }
        derive(
                        Kind.SUM_OF_REGIONS,
                        observation,
                        () -> children.stream()
                                .map(child -> child.figure().orElseThrow())
                                .reduce(Quantity::plus)
                                .orElseThrow(),
                        children.stream().map(Observation::key).toArray(String[]::new))
                .ifPresent(figure -> compare(figure, value, observation.key()));
    }

    /** Returns the observation of that key, if it has a figure. */
    Optional<Observation> stated(String indicator, String region, TimePeriod period) {
        return catalog.observation(indicator, region, period)
                .filter(observation -> observation.figure().isPresent());
    }

    void compare(DerivedFigure figure, Quantity stated, String source) {
        checks++;
        Range<BigDecimal> implied = figure.figure().bounds();
        Range<BigDecimal> printed = stated.bounds();
        if (!implied.isConnected(printed) || implied.intersection(printed).isEmpty()) {
            contradictions.add(ImmutableContradiction.of(figure, stated, source));
        }
    }

    private Optional<DerivedFigure> derive(Kind kind, Observation about, Supplier<Quantity> figure, String... sources) {
        return derive(kind, about.indicator(), about.region(), about.period(), figure, sources);
    }

    private Optional<DerivedFigure> derive(
            Kind kind,
            String indicator,
            String region,
            TimePeriod period,
            Supplier<Quantity> figure,
            String... sources) {
        return derive(kind, Optional.empty(), indicator, region, period, figure, sources);
    }

    /** Lists a figure, or that it cannot be computed, with the reason. */
    Optional<DerivedFigure> derive(
            Kind kind,
            Optional<Identity> identity,
            String indicator,
            String region,
            TimePeriod period,
            Supplier<Quantity> figure,
            String... sources) {
        try {
            Quantity computed = figure.get();
            Indicator of = catalog.indicator(indicator);
            boolean counted = computed.unit().isCounting() && of.decimals() == 0;
            DerivedFigure added = DerivedFigure.builder()
                    .kind(kind)
                    .identity(identity.map(Identity::id))
                    .formula(new WrittenFormula(catalog, List.of(sources)).of(kind, identity))
                    .indicator(indicator)
                    .region(region)
                    .period(period)
                    .figure(counted ? whole(computed) : computed)
                    .addSources(sources)
                    .build();
            derived.add(added);
            return Optional.of(added);
        } catch (ArithmeticException | UnitMismatchException e) {
            underived.add(ImmutableUnderived.of(
                    kind, indicator, region, period, String.valueOf(e.getMessage()), ImmutableList.copyOf(sources)));
            return Optional.empty();
        }
    }

    private static Quantity within(Quantity figure, Range<BigDecimal> possible) {
        Range<BigDecimal> bounds = figure.bounds();
        if (possible.encloses(bounds) || !possible.contains(figure.value()) || !bounds.isConnected(possible)) {
            return figure;
        }
        return Quantity.of(figure.value(), figure.unit(), figure.qualifier(), bounds.intersection(possible));
    }

    /** Narrows the bounds of a count to the whole numbers within them, if there are any. */
    private static Quantity whole(Quantity figure) {
        Range<BigDecimal> bounds = figure.bounds();
        BigDecimal value = figure.value().setScale(0, RoundingMode.HALF_EVEN);
        Range<BigDecimal> inner = Range.all();
        if (bounds.hasLowerBound()) {
            inner = Range.atLeast(lowest(bounds));
        }
        if (bounds.hasUpperBound()) {
            BigDecimal highest = highest(bounds);
            if (inner.hasLowerBound() && highest.compareTo(inner.lowerEndpoint()) < 0) {
                return figure;
            }
            inner = inner.intersection(Range.atMost(highest));
        }
        return inner.contains(value) ? Quantity.of(value, figure.unit().base(), figure.qualifier(), inner) : figure;
    }

    private static BigDecimal lowest(Range<BigDecimal> bounds) {
        BigDecimal next = bounds.lowerEndpoint().setScale(0, RoundingMode.CEILING);
        boolean excluded = bounds.lowerBoundType() == BoundType.OPEN && next.compareTo(bounds.lowerEndpoint()) == 0;
        return excluded ? next.add(BigDecimal.ONE) : next;
    }

    private static BigDecimal highest(Range<BigDecimal> bounds) {
        BigDecimal next = bounds.upperEndpoint().setScale(0, RoundingMode.FLOOR);
        boolean excluded = bounds.upperBoundType() == BoundType.OPEN && next.compareTo(bounds.upperEndpoint()) == 0;
        return excluded ? next.subtract(BigDecimal.ONE) : next;
    }
}
