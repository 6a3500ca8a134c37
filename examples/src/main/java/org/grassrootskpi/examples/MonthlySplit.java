package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.grassrootskpi.assess.DerivedFigure;
import org.grassrootskpi.assess.Reconciliation;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/**
 * Invents the monthly figures of communities behind published annual totals.
 *
 * <p>The report has only the totals. Each total of a flow is cut into one part for each community and month, in proportions
 * drawn from a seeded generator, and the parts add up to it to the last digit. Where the report states a rate of a flow
 * (of the requests, 96.9 % closed), the remainder is cut instead, so that no part is more than its whole.
 */
final class MonthlySplit {
    private final Catalog catalog;
    private final TimePeriod year;
    private final SplittableRandom random;
    private final ImmutableList<Region> communities;
    private final ImmutableList.Builder<Observation> parts = ImmutableList.builder();

    private MonthlySplit(Catalog catalog, String region, TimePeriod year, long seed) {
        this.catalog = catalog;
        this.year = year;
        this.random = new SplittableRandom(seed);
        ImmutableList<Region> regions = catalog.regionSubtree(region);
        this.communities = regions.subList(1, regions.size());
    }

    /**
     * Splits the totals of a region and year.
     *
     * @param catalog the catalogue that states them
     * @param region the region's code
     * @param year the year
     * @param seed the same seed gives the same parts
     * @return observations of the regions below it and of the year's months, marked as {@code IMPUTED}
     */
    static ImmutableList<Observation> of(Catalog catalog, String region, TimePeriod year, long seed) {
        MonthlySplit split = new MonthlySplit(catalog, region, year, seed);
        ImmutableList<DerivedFigure> derived = Reconciliation.of(catalog).derived();
        for (Observation total : catalog.observations()) {
            Indicator indicator = catalog.indicator(total.indicator());
            boolean asked = total.region().equals(region)
                    && total.period().equals(year)
                    && indicator.kind() == IndicatorKind.FLOW;
            if (asked && total.figure().isPresent()) {
                BigDecimal value = total.figure().get().value();
                List<BigDecimal> cells = split.cut(value, indicator.decimals());
                split.add(indicator, cells);
                derived.stream()
                        .filter(figure -> figure.kind() == DerivedFigure.Kind.NUMERATOR
                                && figure.sources().contains(total.key()))
                        .forEach(figure -> split.addPartOf(cells, value, figure));
            }
        }
        return split.parts.build();
    }

    /** Cumulated shares are rounded and then subtracted from each other, so that nothing is lost or added. */
    private List<BigDecimal> cut(BigDecimal total, int decimals) {
        int months = year.subperiods(Frequency.MONTHLY).size();
        double[] weights =
                random.doubles((long) communities.size() * months, 0.5, 1.5).toArray();
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        List<BigDecimal> cells = new ArrayList<>();
        BigDecimal given = BigDecimal.ZERO;
        double share = 0;
        for (int i = 0; i < weights.length; i++) {
            share += weights[i] / sum;
            BigDecimal upTo = i == weights.length - 1
                    ? total
                    : total.multiply(BigDecimal.valueOf(share)).setScale(decimals, RoundingMode.HALF_EVEN);
            cells.add(upTo.subtract(given));
            given = upTo;
        }
        return cells;
    }

    private void addPartOf(List<BigDecimal> wholes, BigDecimal total, DerivedFigure part) {
        Indicator indicator = catalog.indicator(part.indicator());
        BigDecimal closed = part.figure().value().setScale(indicator.decimals(), RoundingMode.HALF_EVEN);
        List<BigDecimal> open = cut(total.subtract(closed), indicator.decimals());
        List<BigDecimal> cells = new ArrayList<>();
        for (int i = 0; i < wholes.size(); i++) {
            cells.add(wholes.get(i).subtract(open.get(i)));
        }
        add(indicator, cells);
    }

    private void add(Indicator indicator, List<BigDecimal> cells) {
        int cell = 0;
        for (Region community : communities) {
            for (TimePeriod month : year.subperiods(Frequency.MONTHLY)) {
                parts.add(Observation.builder()
                        .indicator(indicator.id())
                        .region(community.code())
                        .period(month)
                        .figure(Quantity.ofExact(cells.get(cell++), indicator.unit()))
                        .status(ObservationStatus.IMPUTED)
                        .citation(Citation.of(catalog.documents().get(0).id(), "none", "invented"))
                        .build());
            }
        }
    }
}
