package org.grassrootskpi.conformance;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.grassrootskpi.conformance.TableFixture.Row;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.query.BasePeriod;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.MissingPolicy;
import org.grassrootskpi.query.Order;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;

/** Draws queries of a random world, all of them valid in form; the engine may refuse what they ask. */
final class RandomQuery {
    private final RandomWorld world;
    private final Random random;

    RandomQuery(RandomWorld world) {
        this.world = world;
        this.random = world.random;
    }

    Query next() {
        Query query = random.nextInt(12) == 0
                ? Query.selectSector(world.any(List.of("s", "s.t")))
                : Query.select(distinct(1 + random.nextInt(3)));
        if (random.nextInt(5) < 2) {
            String one = world.any(world.regions);
            String other = world.any(world.regions);
            query = one.equals(other) || random.nextBoolean() ? query.within(one) : query.within(one, other);
        }
        if (random.nextInt(5) < 3) {
            query = during(query);
        }
        query = query.groupBy(dimensions()).measures(measures());
        if (random.nextInt(6) == 0) {
            query = query.missing(
                    random.nextBoolean() ? MissingPolicy.requireAll() : MissingPolicy.requireAtLeast(0.5));
        }
        if (random.nextInt(10) == 0) {
            query = random.nextInt(4) == 0
                    ? query.sourcedFrom(world.any(world.levels), world.any(RandomWorld.FREQUENCIES))
                    : query.sourcedFrom(world.usualLevel, world.usualFrequency);
        }
        if (random.nextInt(6) == 0) {
            Order order = random.nextBoolean()
                    ? Order.descending(query.measures().get(0))
                    : Order.ascending(query.measures().get(0));
            query = query.orderBy(Order.ascending(subject(query)), order);
        }
        if (random.nextInt(8) == 0) {
            query = query.having(query.measures().get(0), Range.atLeast(BigDecimal.valueOf(random.nextInt(20))));
            if (random.nextBoolean()) {
                query = query.having(query.measures().get(0), Range.atMost(BigDecimal.valueOf(random.nextInt(40))));
            }
        }
        for (String dimension : world.schema.dimensions()) {
            List<String> members = world.members(dimension);
            switch (random.nextInt(6)) {
                case 0, 1 -> query = query.where(dimension, world.any(members));
                case 2 -> query = query.where(dimension, members.get(0), members.get(1));
                case 3 -> {
                    if (random.nextInt(3) == 0) {
                        query = query.where(dimension, members.toArray(String[]::new));
                    }
                }
                default -> {}
            }
        }
        return random.nextInt(6) == 0 ? query.limit(random.nextInt(5)) : query;
    }

    /**
     * Draws a query around an observation, most of whose cells have a value: its indicator with others, groups that its source makes
     * up, and a time that it lies in.
     */
    Query nextObserved() {
        List<Row> rows = world.fixture.rows();
        if (rows.isEmpty()) {
            return next();
        }
        Row row = world.any(rows);
        List<String> indicators = new ArrayList<>(List.of(row.indicator()));
        String other = world.any(rows).indicator();
        if (random.nextBoolean() && !other.equals(row.indicator())) {
            indicators.add(other);
        }
        Query query = Query.select(indicators);
        int year = row.period().lastDay().getYear();
        if (random.nextBoolean()) {
            TimePeriod last = TimePeriod.ofYear(year);
            query = random.nextBoolean() ? query.during(last) : query.during(TimePeriodRange.of(last.earlier(1), last));
        }
        List<Dimension> dimensions = new ArrayList<>();
        RegionLevel level = world.levels.get(world.regions.indexOf(row.region()));
        if (random.nextInt(4) > 0) {
            dimensions.add(Dimension.region(world.any(world.levels.stream()
                    .filter(above -> world.order.indexOf(above) <= world.order.indexOf(level))
                    .toList())));
        }
        Frequency own = row.period().frequency();
        if (random.nextInt(4) > 0) {
            dimensions.add(
                    Dimension.period(world.any(Stream.of(own, Frequency.MONTHLY, Frequency.QUARTERLY, Frequency.ANNUAL)
                            .filter(longer -> longer == own || own.nestsIn(longer))
                            .toList())));
        }
        for (int d = 0; d < world.schema.dimensions().size(); d++) {
            String dimension = world.schema.dimensions().get(d);
            if (random.nextBoolean()) {
                dimensions.add(Dimension.extra(dimension));
            } else if (random.nextInt(3) > 0) {
                query = query.where(dimension, row.extras().get(d));
            }
        }
        return query.groupBy(dimensions.toArray(Dimension[]::new)).measures(measures());
    }

    static Dimension subject(Query query) {
        return query.groupBy().stream()
                .filter(d -> d.kind() == Dimension.Kind.SECTOR)
                .findFirst()
                .orElse(Dimension.indicator());
    }

    private List<String> distinct(int size) {
        List<String> ids = new ArrayList<>();
        if (random.nextInt(8) == 0) {
            return List.of("k1", "k2");
        }
        while (ids.size() < size) {
            String id = random.nextInt(3) == 0
                    ? world.any(world.indicators).id()
                    : world.any(world.indicators.subList(0, 7)).id();
            if (!ids.contains(id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    private Query during(Query query) {
        List<String> times = world.anchor == 2024
                ? List.of(
                        "2024",
                        "2024-Q1",
                        "2024-01",
                        "2023..2024",
                        "2023-11..2024-03",
                        "2024-YTD02",
                        "2024-W05",
                        "2024-01..2024-02",
                        "2024-02-27..2024-02-29",
                        "2024-02-29",
                        "2023-12",
                        "2024-W01..2024-W06")
                : List.of(
                        "2021",
                        "2020-W53",
                        "2021-01",
                        "2020..2021",
                        "2020-12..2021-02",
                        "2021-YTD02",
                        "2020-W50..2021-W02",
                        "2021-H1",
                        "2021-02-26..2021-03-01",
                        "2020-Q4..2021-Q1");
        return query.during(world.any(times));
    }

    private Dimension[] dimensions() {
        List<Dimension> dimensions = new ArrayList<>();
        int subject = random.nextInt(8);
        if (subject == 0) {
            dimensions.add(Dimension.sector());
        } else if (subject == 1) {
            dimensions.add(Dimension.topSector());
        }
        if (random.nextInt(5) < 3) {
            RegionLevel level = world.any(world.levels);
            dimensions.add(Dimension.region(
                    world.order.indexOf(level) > world.order.indexOf(world.usualLevel) ? world.usualLevel : level));
        }
        if (random.nextInt(5) < 3) {
            dimensions.add(Dimension.period(world.any(List.of(
                    world.usualFrequency,
                    world.usualFrequency,
                    Frequency.MONTHLY,
                    Frequency.QUARTERLY,
                    Frequency.ANNUAL,
                    Frequency.ANNUAL,
                    Frequency.YEAR_TO_DATE))));
        }
        for (String dimension : world.schema.dimensions()) {
            if (random.nextInt(3) == 0) {
                dimensions.add(Dimension.extra(dimension));
            }
        }
        if (random.nextInt(3) == 0) {
            Collections.shuffle(dimensions, random);
        }
        return dimensions.toArray(Dimension[]::new);
    }

    private Measure[] measures() {
        List<Measure> measures = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            Measure measure = measure();
            if (measures.stream().noneMatch(m -> m.name().equals(measure.name()))) {
                measures.add(measure);
            }
        }
        return measures.toArray(Measure[]::new);
    }

    private Measure aggregate() {
        return switch (random.nextInt(14)) {
            case 0 -> Measure.sum();
            case 1 -> Measure.mean();
            case 2 -> Measure.meanOfRates();
            case 3 -> Measure.min();
            case 4 -> Measure.max();
            case 5 -> Measure.count();
            case 6 -> Measure.coverage();
            case 7 -> Measure.quantile(world.any(List.of(0.0, 0.25, 0.5, 0.9, 1.0)));
            case 8 -> Measure.quantileSketch(world.any(List.of(0.0, 0.5, 1.0)));
            default -> Measure.value();
        };
    }

    private Measure measure() {
        BasePeriod comparison = world.any(List.of(
                BasePeriod.YEAR_EARLIER,
                BasePeriod.PREVIOUS_PERIOD,
                BasePeriod.YEAR_EARLIER,
                BasePeriod.PREVIOUS_PERIOD,
                BasePeriod.yearsEarlier(2),
                BasePeriod.periodsEarlier(3),
                BasePeriod.inYear(world.anchor - 1),
                BasePeriod.inYear(world.anchor)));
        Measure inner = switch (random.nextInt(4)) {
            case 0 -> aggregate();
            case 1 -> Measure.yearToDate(random.nextBoolean() ? aggregate() : Measure.value());
            case 2 -> Measure.rolling(1 + random.nextInt(4), random.nextBoolean() ? aggregate() : Measure.value());
            default -> Measure.value();
        };
        return switch (random.nextInt(30)) {
            case 0 -> Measure.share(inner);
            case 1 -> Measure.shareOf(world.any(world.levels), inner);
            case 2 -> Measure.rank(inner);
            case 3 -> Measure.rankWithin(world.any(world.levels), inner);
            case 4 -> Measure.difference(comparison, inner);
            case 5, 6 -> Measure.growth(comparison, inner);
            case 7 -> Measure.contribution(comparison, inner);
            case 8 -> Measure.discrete();
            case 9 -> Measure.rank(Measure.growth(comparison, inner));
            case 10, 11, 12 -> inner;
            case 13, 14 -> Measure.share();
            case 15 -> Measure.shareOf(longer(), inner);
            case 16 -> Measure.rankWithin(longer(), inner);
            case 17 -> Measure.shareOver(over(false), inner);
            case 18 -> Measure.shareOver(over(false));
            case 19 -> Measure.rankOver(over(true), inner);
            case 20 -> Measure.rankOver(over(true), Measure.growth(comparison, inner));
            default -> aggregate();
        };
    }

    private Frequency longer() {
        return world.any(List.of(Frequency.ANNUAL, Frequency.ANNUAL, Frequency.QUARTERLY, Frequency.MONTHLY));
    }

    private Dimension over(boolean orPeriods) {
        List<Dimension> dimensions = new ArrayList<>(List.of(Dimension.indicator(), Dimension.sector()));
        for (String extra : world.schema.dimensions()) {
            dimensions.add(Dimension.extra(extra));
            dimensions.add(Dimension.extra(extra));
        }
        if (orPeriods) {
            dimensions.add(Dimension.period(world.usualFrequency));
        }
        return world.any(dimensions);
    }
}
