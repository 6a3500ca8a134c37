package org.grassrootskpi.evaluate;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static org.grassrootskpi.evaluate.GroupNumbers.Axis.COMBINATION;
import static org.grassrootskpi.evaluate.GroupNumbers.Axis.PERIOD;
import static org.grassrootskpi.evaluate.GroupNumbers.Axis.REGION;
import static org.grassrootskpi.evaluate.GroupNumbers.Axis.SUBJECT;

import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Order;
import org.grassrootskpi.query.PlainFigures;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.query.ResultTableBuilder;
import org.grassrootskpi.rollup.Rollup;
import org.grassrootskpi.rollup.RollupResult;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodRange;
import org.jspecify.annotations.Nullable;

/** Assembles the rows of a result: decides which groups exist, which of them are kept, and in which order. */
public final class ResultAssembly {
    private final Recipe recipe;
    private final Query query;
    private final ResultGrid grid;
    private final Evaluation evaluation;
    private final int threads;
    private final ImmutableList<Dimension> dimensions;
    private final int firstPeriod;
    private final boolean byRegion;
    private final boolean byExtras;
    private final GroupNumbers axes;
    private final ImmutableList<ImmutableList<ImmutableList<AggregateFormula>>> aggregates;

    /** A group: the numbers of its subject, region, period and combination. */
    private record Group(int subject, int region, int period, int combination) {}

    /**
     * Creates the result of a query.
     *
     * @param results those of the recipe's roll-ups, in their order
     * @param further runs other roll-ups
     * @param targets runs roll-ups over the table of targets
     * @param threads how many threads may be used
     * @return the result
     */
    public static ResultTable table(
            Recipe recipe,
            List<RollupResult> results,
            Function<ImmutableList<Rollup>, List<RollupResult>> further,
            Function<ImmutableList<Rollup>, List<RollupResult>> targets,
            int threads) {
        return new ResultAssembly(recipe, Evaluation.of(recipe, results, further, targets, threads), threads).table();
    }

    private ResultAssembly(Recipe recipe, Evaluation evaluation, int threads) {
        this.recipe = recipe;
        this.query = recipe.query();
        this.grid = recipe.grid();
        this.evaluation = evaluation;
        this.threads = threads;
        this.dimensions = query.columns();
        this.firstPeriod = grid.periods().map(groups -> groups.from().toCode()).orElse(0);
        byRegion = groupsByRegion();
        byExtras = dimensions.stream().anyMatch(Dimension::isExtra);
        axes = new GroupNumbers(
                dimensions.stream().map(ResultAssembly::axis).toList(),
                ImmutableMap.of(
                        SUBJECT, grid.subjects().size(),
                        REGION, grid.regions().size(),
                        PERIOD, grid.periods().map(TimePeriodRange::size).orElse(groupsByPeriod() ? 0 : 1),
                        COMBINATION, evaluation.combinations().size()));
        aggregates = recipe.formulas().stream().map(ResultAssembly::aggregates).collect(toImmutableList());
    }

    private static ImmutableList<ImmutableList<AggregateFormula>> aggregates(ImmutableList<Formula> ofSubjects) {
        return ofSubjects.stream()
                .map(formula -> formula.aggregates()
                        .filter(aggregate -> aggregate.regionAxis() == 0)
                        .collect(toImmutableList()))
                .collect(toImmutableList());
    }

    private ResultTable table() {
        ObservedRows observed = observed();
        int[] groups = observed == null ? groups() : observed.numbers();
        int limit = Math.min(query.limit().orElse(groups.length), groups.length);
        if (!query.orderBy().isEmpty() || !nestsExtras()) {
            int[] unordered = groups;
            int[] first = order(unordered, observed).first(unordered.length, limit, threads);
            return table(IntStream.of(first).map(row -> unordered[row]).toArray(), null);
        }
        return table(limit == groups.length ? groups : Arrays.copyOf(groups, limit), observed);
    }

    /** Returns the groups with a row if these are all, and the slots have their order; else null. */
    private @Nullable ObservedRows observed() {
        boolean asObserved = query.isObservedOnly() && query.having().isEmpty() && axes.haveSlotOrder();
        return asObserved
                ? ObservedRows.of(recipe, evaluation, axes.size(REGION), axes.size(PERIOD), firstPeriod)
                : null;
    }

    /** Returns the numbers of the groups that are kept, in the natural order of the dimensions. */
    private int[] groups() {
        int total = axes.total();
        int[] numbers = new int[Math.min(total, 1 << 10)];
        int count = 0;
        for (int number = 0; number < total; number++) {
            if (stays(group(number))) {
                if (count == numbers.length) {
                    numbers = Arrays.copyOf(numbers, (int) Math.min(total, 2L * count));
                }
                numbers[count++] = number;
            }
        }
        return Arrays.copyOf(numbers, count);
    }

    /** Returns the group of a number: its positions on the axes, the innermost changing fastest. */
    private Group group(int number) {
        return new Group(
                axes.at(number, SUBJECT),
                axes.at(number, REGION),
                axes.at(number, PERIOD),
                axes.at(number, COMBINATION));
    }

    private static GroupNumbers.Axis axis(Dimension dimension) {
        return switch (dimension.kind()) {
            case INDICATOR, SECTOR -> SUBJECT;
            case REGION -> REGION;
            case PERIOD -> PERIOD;
            case EXTRA -> COMBINATION;
        };
    }

    private boolean stays(Group group) {
        boolean elsewhere = byRegion && grid.region(group.region()).isEmpty();
        if ((elsewhere || query.isObservedOnly()) && !isObserved(group)) {
            return false;
        }
        if (byExtras && !hasRow(group)) {
            return false;
        }
        for (Map.Entry<String, Range<BigDecimal>> condition : query.having().entries()) {
            Optional<BigDecimal> value =
                    cell(group, measure(condition.getKey())).value();
            if (value.isEmpty() || !condition.getValue().contains(value.get())) {
                return false;
            }
        }
        return true;
    }

    private boolean groupsByRegion() {
        return dimensions.stream().anyMatch(dimension -> dimension.kind() == Dimension.Kind.REGION);
    }

    private boolean groupsByPeriod() {
        return dimensions.stream().anyMatch(dimension -> dimension.kind() == Dimension.Kind.PERIOD);
    }

    private boolean isObserved(Group group) {
        for (ImmutableList<ImmutableList<AggregateFormula>> column : aggregates) {
            for (AggregateFormula aggregate : column.get(group.subject())) {
                if (evaluation.present(aggregate, group.region(), periodCode(group), group.combination()) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns whether the table has a row of a group, even one without a value. */
    private boolean hasRow(Group group) {
        for (ImmutableList<ImmutableList<AggregateFormula>> column : aggregates) {
            for (AggregateFormula aggregate : column.get(group.subject())) {
                if (evaluation.hasRow(aggregate, group.region(), periodCode(group), group.combination())) {
                    return true;
                }
            }
        }
        return false;
    }

    private int periodCode(Group group) {
        return grid.periods().isPresent() ? firstPeriod + group.period() : 0;
    }

    private Cell cell(Group group, int measure) {
        return recipe.formulas()
                .get(measure)
                .get(group.subject())
                .cell(evaluation, group.region(), periodCode(group), group.combination());
    }

    private double number(Group group, int measure) {
        return recipe.formulas()
                .get(measure)
                .get(group.subject())
                .number(evaluation, group.region(), periodCode(group), group.combination());
    }

    private TimePeriod[] periods() {
        return grid.periods().stream().flatMap(TimePeriodRange::stream).toArray(TimePeriod[]::new);
    }

    private int measure(String name) {
        for (int m = 0; m < query.measures().size(); m++) {
            if (query.measures().get(m).name().equals(name)) {
                return m;
            }
        }
        throw new IllegalStateException("The planner lets no query pass that names '" + name + "' without asking it");
    }

    /** Returns whether the extra dimensions are neighbours, so that the numbers of the groups have their natural order. */
    private boolean nestsExtras() {
        int runs = 0;
        for (int d = 0; d < dimensions.size(); d++) {
            boolean begins = dimensions.get(d).isExtra()
                    && (d == 0 || !dimensions.get(d - 1).isExtra());
            runs += begins ? 1 : 0;
        }
        return runs < 2;
    }

    /** Orders groups by the keys of the query; equal rows keep the natural order of the dimensions. */
    private GroupOrder order(int[] groups, @Nullable ObservedRows observed) {
        Stream<Order> natural =
                nestsExtras() ? Stream.empty() : dimensions.stream().map(Order::ascending);
        return new GroupOrder(Stream.concat(query.orderBy().stream(), natural)
                .map(key -> key(key, groups, observed))
                .toList());
    }

    private GroupOrder.Key key(Order order, int[] groups, @Nullable ObservedRows observed) {
        return dimensions.stream()
                .filter(dimension -> dimension.name().equals(order.column()))
                .findFirst()
                .map(dimension -> byDimension(dimension, order, groups))
                .orElseGet(() -> byMeasure(order, groups, observed));
    }

    private GroupOrder.Key byDimension(Dimension dimension, Order order, int[] groups) {
        GroupNumbers.Axis axis = axis(dimension);
        int[] places = dimension.isExtra() ? places(extraPosition(dimension)) : null;
        return GroupOrder.byNumber(
                row -> places == null ? axes.at(groups[row], axis) : places[axes.at(groups[row], axis)],
                order.isDescending());
    }

    /** Returns for each combination the place of its member of an extra dimension in the order of all members. */
    private int[] places(int position) {
        List<String> members = evaluation.combinations().stream()
                .map(combination -> combination.get(position))
                .distinct()
                .sorted()
                .toList();
        return evaluation.combinations().stream()
                .mapToInt(combination -> Collections.binarySearch(members, combination.get(position)))
                .toArray();
    }

    private GroupOrder.Key byMeasure(Order order, int[] groups, @Nullable ObservedRows observed) {
        int measure = measure(order.column());
        return GroupOrder.byValue(
                numbers(measure, groups, observed),
                row -> cell(group(groups[row]), measure).get(),
                order.isDescending());
    }

    /** Returns the member of an extra dimension that a group is of. */
    private String member(int group, int position) {
        return evaluation.combinations().get(axes.at(group, COMBINATION)).get(position);
    }

    private int extraPosition(Dimension dimension) {
        return dimensions.stream().filter(Dimension::isExtra).toList().indexOf(dimension);
    }

    private ResultTable table(int[] groups, @Nullable ObservedRows observed) {
        ResultTableBuilder table = ResultTable.builder(groups.length);
        for (Dimension dimension : dimensions) {
            String name = dimension.name();
            GroupNumbers.Places places = axes.places(axis(dimension));
            switch (dimension.kind()) {
                case INDICATOR, SECTOR -> {
                    String[] ids = grid.subjects().stream().map(Subject::id).toArray(String[]::new);
                    table.texts(name, row -> ids[places.of(groups[row])]);
                }
                case REGION -> {
                    if (groups.length < axes.size(REGION)) {
                        table.regions(name, row -> grid.regions().regionOrNull(places.of(groups[row])));
                    } else {
                        @Nullable Region[] regions = regions();
                        table.regions(name, row -> regions[places.of(groups[row])]);
                    }
                }
                case PERIOD -> {
                    TimePeriod[] periods = periods();
                    table.periods(name, row -> periods[places.of(groups[row])]);
                }
                case EXTRA -> {
                    int position = extraPosition(dimension);
                    table.texts(name, row -> member(groups[row], position));
                }
            }
        }
        for (int m = 0; m < query.measures().size(); m++) {
            int number = m;
            Measure measure = query.measures().get(m);
            table.cells(
                    measure.name(),
                    row -> cell(group(groups[row]), number),
                    numbers(number, groups, observed),
                    plain(number, groups));
        }
        return table.refusals(recipe.refusals()).sources(recipe::sources).build();
    }

    /** Returns the values of a measure as doubles, read directly where the groups are the observed rows. */
    private IntToDoubleFunction numbers(int measure, int[] groups, @Nullable ObservedRows observed) {
        return observed != null && observed.hasNumbers(measure)
                ? row -> observed.number(measure, row)
                : row -> number(group(groups[row]), measure);
    }

    /** Returns the cells of a measure as numbers, where they are. */
    private PlainFigures plain(int measure, int[] groups) {
        Supplier<@Nullable PlainSlots[]> ofSubjects = Suppliers.memoize(() -> recipe.formulas().get(measure).stream()
                .map(formula -> formula instanceof AggregateFormula leaf ? evaluation.plain(leaf) : null)
                .toArray(PlainSlots[]::new));
        return (row, into) -> {
            int number = groups[row];
            PlainSlots slots = ofSubjects.get()[axes.at(number, SUBJECT)];
            return slots != null
                    && slots.read(
                            axes.at(number, REGION),
                            grid.periods().isPresent() ? firstPeriod + axes.at(number, PERIOD) : 0,
                            into);
        };
    }

    private @Nullable Region[] regions() {
        @Nullable Region[] regions = new Region[axes.size(REGION)];
        Arrays.setAll(regions, grid.regions()::regionOrNull);
        return regions;
    }
}
