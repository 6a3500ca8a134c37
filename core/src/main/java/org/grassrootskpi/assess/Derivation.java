package org.grassrootskpi.assess;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.assess.DerivedFigure.Kind;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.Period;

/** Goes through the observations of a catalogue, derives what follows from each, and compares it with what is stated. */
final class Derivation {
    private static final Quantity ONE = Quantity.exactly(BigDecimal.ONE, Unit.parse("ratio"));

    private final Catalog catalog;
    final ImmutableList.Builder<DerivedFigure> derived = ImmutableList.builder();
    final ImmutableList.Builder<Contradiction> contradictions = ImmutableList.builder();

    Derivation(Catalog catalog) {
        this.catalog = catalog;
    }

    void run() {
        for (Observation observation : catalog.observations()) {
            observation.figure().ifPresent(value -> {
                Indicator indicator = catalog.indicator(observation.indicator());
                target(observation, value);
                previousYear(observation, value);
                shareOfWhole(observation, value, indicator);
                parts(observation, value, indicator);
                regions(observation, value, indicator);
            });
        }
    }

    private void target(Observation observation, Quantity value) {
        observation
                .completion()
                .flatMap(share -> quotient(value, share.value()))
                .ifPresent(implied -> {
                    DerivedFigure figure = add(Kind.IMPLIED_TARGET, observation, implied, observation.key());
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

    private void previousYear(Observation observation, Quantity value) {
        Optional<Period> earlier = observation.period().yearEarlier();
        if (earlier.isEmpty()) {
            return;
        }
        observation
                .yearOnYear()
                .flatMap(change -> quotient(value, ONE.plus(change.value())))
                .ifPresent(base -> add(
                        Kind.PREVIOUS_YEAR,
                        observation.indicator(),
                        observation.region(),
                        earlier.get(),
                        base,
                        observation.key()));
        stated(observation.indicator(), observation.region(), earlier.get())
                .ifPresent(before -> quotient(value, before.figure().orElseThrow())
                        .ifPresent(growth -> {
                            DerivedFigure figure =
                                    add(Kind.CHANGE, observation, growth.minus(ONE), observation.key(), before.key());
                            observation
                                    .yearOnYear()
                                    .ifPresent(change -> compare(figure, change.value(), observation.key()));
                        }));
    }

    private void shareOfWhole(Observation observation, Quantity value, Indicator indicator) {
        indicator
                .partOf()
                .flatMap(whole -> stated(whole, observation.region(), observation.period()))
                .ifPresent(whole -> quotient(value, whole.figure().orElseThrow())
                        .ifPresent(share -> {
                            DerivedFigure figure =
                                    add(Kind.SHARE_OF_WHOLE, observation, share, observation.key(), whole.key());
                            Range<BigDecimal> bounds = share.bounds();
                            if (bounds.hasLowerBound() && bounds.lowerEndpoint().compareTo(BigDecimal.ONE) > 0) {
                                contradictions.add(ImmutableContradiction.of(figure, ONE, whole.key()));
                            }
                        }));
    }

    private void parts(Observation observation, Quantity ratio, Indicator indicator) {
        if (indicator.numerator().isEmpty() || indicator.denominator().isEmpty()) {
            return;
        }
        String region = observation.region();
        Period period = observation.period();
        Optional<Observation> above = stated(indicator.numerator().get(), region, period);
        Optional<Observation> below = stated(indicator.denominator().get(), region, period);
        if (below.isEmpty()) {
            return;
        }
        Quantity denominator = below.get().figure().orElseThrow();
        if (above.isPresent()) {
            Quantity numerator = above.get().figure().orElseThrow();
            quotient(numerator, denominator)
                    .ifPresent(rate -> compare(
                            add(
                                    Kind.RATIO,
                                    observation,
                                    rate,
                                    above.get().key(),
                                    below.get().key()),
                            ratio,
                            observation.key()));
        }
        if (ratio.bounds().hasLowerBound() && ratio.bounds().lowerEndpoint().signum() >= 0) {
            Quantity numerator = denominator.times(ratio);
            String[] sources = {observation.key(), below.get().key()};
            add(Kind.NUMERATOR, indicator.numerator().get(), region, period, numerator, sources);
            Quantity left = ONE.minus(ratio);
            if (left.bounds().hasLowerBound() && left.bounds().lowerEndpoint().signum() >= 0) {
                add(Kind.REMAINDER, indicator.denominator().get(), region, period, denominator.times(left), sources);
            }
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
        // Some of the parts say nothing of the whole.
        if (children.isEmpty() || children.size() < codes.size()) {
            return;
        }
        Quantity sum = children.stream()
                .map(child -> child.figure().orElseThrow())
                .reduce(Quantity::plus)
                .orElseThrow();
        compare(
                add(
                        Kind.SUM_OF_REGIONS,
                        observation,
                        sum,
                        children.stream().map(Observation::key).toArray(String[]::new)),
                value,
                observation.key());
    }

    /** The observation of that key, if it has a figure. */
    private Optional<Observation> stated(String indicator, String region, Period period) {
        return catalog.observation(indicator, region, period)
                .filter(observation -> observation.figure().isPresent());
    }

    /** The quotient, unless the divisor may be zero. */
    private static Optional<Quantity> quotient(Quantity dividend, Quantity divisor) {
        boolean mayBeZero = divisor.value().signum() == 0 || divisor.bounds().contains(BigDecimal.ZERO);
        return mayBeZero ? Optional.empty() : Optional.of(dividend.dividedBy(divisor));
    }

    private void compare(DerivedFigure figure, Quantity stated, String source) {
        Range<BigDecimal> implied = figure.figure().bounds();
        Range<BigDecimal> printed = stated.bounds();
        if (!implied.isConnected(printed) || implied.intersection(printed).isEmpty()) {
            contradictions.add(ImmutableContradiction.of(figure, stated, source));
        }
    }

    private DerivedFigure add(Kind kind, Observation about, Quantity figure, String... sources) {
        return add(kind, about.indicator(), about.region(), about.period(), figure, sources);
    }

    private DerivedFigure add(
            Kind kind, String indicator, String region, Period period, Quantity figure, String... sources) {
        DerivedFigure added = DerivedFigure.builder()
                .kind(kind)
                .indicator(indicator)
                .region(region)
                .period(period)
                .figure(figure)
                .addSources(sources)
                .build();
        derived.add(added);
        return added;
    }
}
