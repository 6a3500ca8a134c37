package org.grassrootskpi.conformance;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.grassrootskpi.conformance.TableFixture.Row;
import org.grassrootskpi.model.Direction;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorFormula;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.table.TableSchema;
import org.grassrootskpi.time.Frequency;
import org.grassrootskpi.time.TimePeriod;

/** A catalogue and observations made up from one seed; the same seed makes the same world everywhere. */
final class RandomWorld {
    private static final List<String> FIGURES =
            List.of("近300亿元", "超2亿元", "1.5亿元", "约40万元", "不低于3万元", "不超过7万元", "12.34元", "-5.5万元");

    final TableFixture fixture = new TableFixture();
    final List<String> regions = new ArrayList<>();
    final List<RegionLevel> levels = new ArrayList<>();
    final TableSchema schema;
    final Map<Row, BigDecimal> truth = new HashMap<>();
    private final Set<List<Object>> keys = new HashSet<>();
    final List<Indicator> indicators = new ArrayList<>();
    final Random random;
    /** Twelve levels in order: China's, or in every other world some of its own among them. */
    final List<RegionLevel> order;

    final int anchor;
    final RegionLevel usualLevel;
    final Frequency usualFrequency;

    RandomWorld(long seed) {
        random = new Random(seed);
        schema = schema();
        anchor = random.nextBoolean() ? 2024 : 2021;
        order = seed % 2 == 0 ? RegionLevel.prepared() : ownLevels();
        makeRegions();
        RegionLevel one = any(levels);
        RegionLevel other = any(levels);
        usualLevel = order.indexOf(one) > order.indexOf(other) ? one : other;
        usualFrequency = any(FREQUENCIES);
        makeIndicators();
        for (Indicator indicator : indicators) {
            if (random.nextInt(6) > 0) {
                observe(indicator);
            }
            if (random.nextInt(3) == 0) {
                observe(indicator);
            }
        }
    }

    /** No extra dimension mostly; else one or two, whose totals are declared, or wrongly suspected, or not declared. */
    private TableSchema schema() {
        TableSchema.Builder schema = TableSchema.builder();
        int kind = random.nextInt(10);
        if (kind < 5) {
            return schema.build();
        }
        schema.addDimensions("channel");
        if (kind < 8) {
            schema.total("channel", "total");
        } else if (kind == 8) {
            schema.ordinary("channel", "total");
        }
        if (random.nextInt(3) == 0) {
            schema.addDimensions("age").total("age", "all");
        }
        return schema.build();
    }

    List<String> members(String dimension) {
        return dimension.equals("age") ? List.of("old", "all") : List.of("a", "b", "total");
    }

    /** Some of the combinations of members, each with one of each dimension; the empty one without dimensions. */
    private List<List<String>> someCombinations() {
        List<List<String>> all = List.of(List.of());
        for (String dimension : schema.dimensions()) {
            List<List<String>> longer = new ArrayList<>();
            for (List<String> shorter : all) {
                for (String member : members(dimension)) {
                    if (random.nextInt(3) > 0) {
                        List<String> combination = new ArrayList<>(shorter);
                        combination.add(member);
                        longer.add(List.copyOf(combination));
                    }
                }
            }
            all = longer;
        }
        return all;
    }

    <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private List<RegionLevel> ownLevels() {
        fixture.levels("STATE", "PREFECTURE", "CANTON", "ZONE", "TOWNSHIP", "WARD");
        return Stream.of(
                        "COUNTRY",
                        "PROVINCE",
                        "STATE",
                        "PREFECTURE",
                        "CANTON",
                        "ZONE",
                        "COUNTY",
                        "TOWNSHIP",
                        "WARD",
                        "COMMUNITY",
                        "GRID",
                        "ESTATE")
                .map(RegionLevel::of)
                .toList();
    }

    private void makeRegions() {
        int size = random.nextInt(10) == 0 ? 1 : 2 + random.nextInt(9);
        boolean chain = random.nextInt(8) == 0;
        for (int i = 0; i < (chain ? 12 : size); i++) {
            // Not every region is made: none lies below the lowest level.
            int parent = Math.min(chain ? i - 1 : random.nextInt(i + 2) - 2, regions.size() - 1);
            List<RegionLevel> all = order;
            RegionLevel level;
            if (parent < 0) {
                parent = -1;
                level = chain ? all.get(0) : all.get(1 + random.nextInt(4));
            } else {
                int above = all.indexOf(levels.get(parent));
                if (above >= all.size() - 1) {
                    continue;
                }
                level = all.get(chain ? above + 1 : Math.min(all.size() - 1, above + 1 + random.nextInt(2)));
            }
            String code = "r" + i;
            fixture.region(code, level, parent < 0 ? "" : regions.get(parent));
            regions.add(code);
            levels.add(level);
        }
    }

    private void makeIndicators() {
        fixture.sector("s", "").sector("s.t", "s");
        add("f1", IndicatorKind.FLOW, "count:宗", 0, b -> b.direction(Direction.LOWER));
        add("f2", IndicatorKind.FLOW, "count:宗", 0, b -> random.nextBoolean() ? b.partOf("f1") : b);
        add("m1", IndicatorKind.FLOW, "CNY", 2, b -> b.direction(Direction.HIGHER));
        add("k1", IndicatorKind.STOCK, "count:宗", 0, b -> b);
        add("k2", IndicatorKind.STOCK, random.nextInt(4) == 0 ? "m2" : "count:宗", 3, b -> b);
        add("s1", IndicatorKind.SHARED_FLOW, "count:宗", 0, b -> b);
        add("r1", IndicatorKind.RATIO, "ratio", 4, b -> b.numerator("f1").denominator("f2"));
        add("r2", IndicatorKind.RATIO, "CNY", 4, b -> b.numerator("m1").denominator("k1"));
        add("r3", IndicatorKind.RATIO, "ratio", 4, b -> b.weight("f1"));
        add("r4", IndicatorKind.RATIO, "ratio", 4, b -> b);
        add("g1", IndicatorKind.GROWTH, "ratio", 4, b -> b.base(any(List.of("f1", "k1", "r1"))));
        add("g2", IndicatorKind.GROWTH, "ratio", 4, b -> b);
        add("i1", IndicatorKind.INDEX, "ratio", 3, b -> b.weight("k1"));
        add("p1", IndicatorKind.RANK, "rank", 0, b -> b.direction(Direction.LOWER));
        add("q1", IndicatorKind.RATING, "count", 0, b -> b);
        add("d1", IndicatorKind.DISTINCT, "count:宗", 0, b -> b);
        byFormula("a1", IndicatorKind.FLOW, "count:宗", "f1 - f2", "2 * f1 - f2");
        byFormula("a2", IndicatorKind.RATIO, "ratio", "f1 / k1", "1 - f2 / f1", "(f1 - f2) / (f1 + 0.5 * f1)");
        byFormula("a3", IndicatorKind.RATIO, "ratio", "a1 / k1", "a1 / f2", "a1 / (2 * k1)");
        byFormula("a4", IndicatorKind.STOCK, "count:宗", "3 * k1", "k1 / 3", "k1 - 0.5 * k1");
        byFormula("a5", IndicatorKind.RATIO, "raw:元/宗", "m1 / f1", "m1 / (f1 - f2)", "0.01 * m1 / k1");
        add("r5", IndicatorKind.RATIO, "ratio", 4, b -> b.numerator("a1").denominator("f1"));
    }

    private void byFormula(String id, IndicatorKind kind, String unit, String... formulas) {
        add(id, kind, unit, 4, b -> b.formula(IndicatorFormula.parse(any(List.of(formulas)))));
    }

    private void add(
            String id,
            IndicatorKind kind,
            String unit,
            int decimals,
            java.util.function.UnaryOperator<Indicator.Builder> more) {
        // The references go by id, so that parts may be declared later.
        Indicator indicator = more.apply(
                        TableFixture.indicator(id, random.nextBoolean() ? "s" : "s.t", kind, unit, decimals))
                .build();
        indicators.add(indicator);
        fixture.indicator(indicator);
    }

    static final List<Frequency> FREQUENCIES = List.of(
            Frequency.ANNUAL,
            Frequency.QUARTERLY,
            Frequency.MONTHLY,
            Frequency.MONTHLY,
            Frequency.MONTHLY,
            Frequency.WEEKLY,
            Frequency.DAILY,
            Frequency.YEAR_TO_DATE);

    /** Mostly the level and frequency that all indicators of this world share, so that parts and weights meet. */
    private void observe(Indicator indicator) {
        boolean shared = random.nextInt(4) > 0;
        RegionLevel level = shared ? usualLevel : any(levels);
        Frequency frequency = shared ? usualFrequency : any(FREQUENCIES);
        int periods = 1 + random.nextInt(frequency == Frequency.DAILY ? 6 : 8);
        int gap = random.nextInt(5);
        boolean large = random.nextInt(12) == 0;
        List<List<String>> combinations = someCombinations();
        TimePeriod first = frequency == Frequency.DAILY
                ? TimePeriod.ofDay(anchor, 2, anchor == 2024 ? 26 : 25)
                : TimePeriod.containing(java.time.LocalDate.of(anchor - 1, 11, 29), frequency);
        for (int r = 0; r < regions.size(); r++) {
            for (int p = 0; p < periods; p++) {
                if (levels.get(r).equals(level) && random.nextInt(5) >= gap) {
                    TimePeriod period = first.plus(p);
                    row(indicator, regions.get(r), period, large, combinations);
                    if (random.nextInt(3) == 0) {
                        period.yearEarlier().ifPresent(earlier -> {
                            if (earlier.toCode() < first.toCode()) {
                                row(indicator, regions.get(0), earlier, large, combinations);
                            }
                        });
                    }
                }
            }
        }
    }

    private void row(
            Indicator indicator, String region, TimePeriod period, boolean large, List<List<String>> combinations) {
        for (List<String> values : combinations) {
            if (!values.isEmpty() && random.nextInt(4) == 0) {
                continue;
            }
            boolean taken = !keys.add(List.of(indicator.id(), region, period, values));
            if (!taken) {
                fixture.row(observed(indicator, region, period, large, values));
            }
        }
    }

    private Row observed(Indicator indicator, String region, TimePeriod period, boolean large, List<String> values) {
        ObservationStatus status = random.nextInt(values.isEmpty() ? 12 : 6) > 0
                ? ObservationStatus.NORMAL
                : any(List.of(ObservationStatus.values()));
        Optional<Quantity> figure = status.hasValue() ? Optional.of(figure(indicator, large)) : Optional.empty();
        Row row = new Row(indicator.id(), region, period, figure, status, values);
        figure.ifPresent(f -> truth.put(row, hidden(f)));
        return row;
    }

    private Quantity figure(Indicator indicator, boolean large) {
        if (indicator.unit().hasSameBase(Unit.CNY) && random.nextInt(4) == 0) {
            return Quantity.parse(any(FIGURES));
        }
        long unscaled = random.nextInt(60);
        if (large) {
            unscaled = Long.MAX_VALUE - random.nextInt(3);
        } else if (random.nextInt(6) == 0) {
            unscaled = 0;
        } else if (random.nextInt(4) == 0) {
            unscaled -= 30;
        }
        if (large && random.nextInt(4) == 0) {
            unscaled = Long.MIN_VALUE + random.nextInt(3);
        }
        if (indicator.kind() == IndicatorKind.RANK) {
            unscaled = 1L + random.nextInt(9);
        }
        return Quantity.of(
                BigDecimal.valueOf(unscaled, indicator.decimals()),
                indicator.unit().base());
    }

    /** A value that the printed figure leaves open. */
    private BigDecimal hidden(Quantity figure) {
        Range<BigDecimal> bounds = figure.bounds();
        BigDecimal step = figure.resolution().signum() == 0 ? BigDecimal.ONE : figure.resolution();
        for (int attempt = 0; attempt < 20; attempt++) {
            BigDecimal factor = BigDecimal.valueOf(random.nextInt(2001) - 1000L, 3);
            BigDecimal candidate = figure.value().add(step.multiply(factor));
            if (bounds.contains(candidate)) {
                return candidate;
            }
        }
        return bounds.contains(figure.value())
                ? figure.value()
                : figure.value()
                        .subtract(step.movePointLeft(3)
                                .multiply(
                                        figure.qualifier() == Qualifier.ABOVE
                                                ? BigDecimal.ONE.negate()
                                                : BigDecimal.ONE));
    }
}
