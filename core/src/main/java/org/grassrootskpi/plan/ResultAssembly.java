package org.grassrootskpi.plan;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Dimension;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Order;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.time.Period;
import org.grassrootskpi.time.PeriodRange;

/** The rows of a result: which groups there are, which of them stay, and in which order. */
final class ResultAssembly {
    private final Plan plan;
    private final Query query;
    private final Layout layout;
    private final Evaluation evaluation;
    private final ImmutableList<Dimension> dimensions;
    private final int firstPeriod;
    private final boolean byRegion;
    private final boolean byExtras;
    private final int[] sizes;
    private final int[] strides;
    private final ImmutableList<ImmutableList<ImmutableList<Formula.Leaf>>> leaves;

    /** A group: the numbers of its subject, region, period and combination. */
    private record Group(int subject, int region, int period, int combination) {
        int coordinate(Dimension.Kind kind) {
            return switch (kind) {
                case INDICATOR, SECTOR -> subject;
                case REGION -> region;
                case PERIOD -> period;
                case EXTRA -> combination;
            };
        }
    }

    ResultAssembly(Plan plan, Evaluation evaluation) {
        this.plan = plan;
        this.query = plan.query();
        this.layout = plan.layout();
        this.evaluation = evaluation;
        this.dimensions = Planner.dimensions(query);
        this.firstPeriod =
                layout.axis().groups().map(groups -> groups.from().toCode()).orElse(0);
        byRegion = groupsByRegion();
        byExtras = dimensions.stream().anyMatch(Planner::isExtra);
        sizes = new int[] {
            layout.subjects().size(),
            layout.regions().size(),
            layout.axis().groups().map(PeriodRange::size).orElse(groupsByPeriod() ? 0 : 1),
            evaluation.combinations().size()
        };
        strides = new int[sizes.length];
        int stride = 1;
        for (int axis : Lists.reverse(nesting())) {
            strides[axis] = stride;
            stride = Math.max(1, Math.multiplyExact(stride, Math.max(1, sizes[axis])));
        }
        leaves = plan.formulas().stream().map(ResultAssembly::leaves).collect(toImmutableList());
    }

    private static ImmutableList<ImmutableList<Formula.Leaf>> leaves(ImmutableList<Formula> ofSubjects) {
        return ofSubjects.stream()
                .map(formula ->
                        formula.leaves().filter(leaf -> leaf.scope() == 0).collect(toImmutableList()))
                .collect(toImmutableList());
    }

    ResultTable table() {
        int[] groups = groups();
        if (!query.order().isEmpty()) {
            Comparator<Group> order = order();
            groups = Arrays.stream(groups)
                    .mapToObj(this::group)
                    .sorted(order)
                    .mapToInt(this::number)
                    .toArray();
        }
        if (query.maxRows().isPresent() && query.maxRows().getAsInt() < groups.length) {
            groups = Arrays.copyOf(groups, query.maxRows().getAsInt());
        }
        return table(groups);
    }

    /** The numbers of the groups that stay, in the natural order of the dimensions. */
    private int[] groups() {
        int total = 1;
        for (int size : sizes) {
            total = Math.multiplyExact(total, size);
        }
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

    /** The group of a number: its places on the axes, the innermost changing fastest. */
    private Group group(int number) {
        return new Group(at(number, 0), at(number, 1), at(number, 2), at(number, 3));
    }

    private int at(int number, int axis) {
        return sizes[axis] == 1 ? 0 : number / strides[axis] % sizes[axis];
    }

    private int number(Group group) {
        return group.subject() * strides[0]
                + group.region() * strides[1]
                + group.period() * strides[2]
                + group.combination() * strides[3];
    }

    /** The axes of a group from the outermost to the innermost: those of the dimensions, then those of size one. */
    private List<Integer> nesting() {
        List<Integer> nesting = new ArrayList<>();
        for (Dimension dimension : dimensions) {
            int axis = switch (dimension.kind()) {
                case INDICATOR, SECTOR -> 0;
                case REGION -> 1;
                case PERIOD -> 2;
                case EXTRA -> 3;
            };
            if (!nesting.contains(axis)) {
                nesting.add(axis);
            }
        }
        for (int axis = 0; axis < 4; axis++) {
            if (!nesting.contains(axis)) {
                nesting.add(axis);
            }
        }
        return nesting;
    }

    private boolean stays(Group group) {
        boolean elsewhere = byRegion && layout.region(group.region()).isEmpty();
        if ((elsewhere || byExtras || query.isObservedOnly()) && !isObserved(group)) {
            return false;
        }
        for (Map.Entry<String, Range<BigDecimal>> condition : query.conditions().entrySet()) {
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
        for (ImmutableList<ImmutableList<Formula.Leaf>> column : leaves) {
            for (Formula.Leaf leaf : column.get(group.subject())) {
                if (evaluation.present(leaf, group.region(), periodCode(group), group.combination()) > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private int periodCode(Group group) {
        return layout.axis().groups().isPresent() ? firstPeriod + group.period() : 0;
    }

    private Cell cell(Group group, int measure) {
        return plan.formulas()
                .get(measure)
                .get(group.subject())
                .at(evaluation, group.region(), periodCode(group), group.combination());
    }

    private double number(Group group, int measure) {
        return plan.formulas()
                .get(measure)
                .get(group.subject())
                .doubleAt(evaluation, group.region(), periodCode(group), group.combination());
    }

    private Period[] periods() {
        return layout.axis().groups().stream().flatMap(PeriodRange::stream).toArray(Period[]::new);
    }

    private int measure(String name) {
        for (int m = 0; m < query.measures().size(); m++) {
            if (query.measures().get(m).name().equals(name)) {
                return m;
            }
        }
        throw new IllegalStateException("The planner lets no query pass that names '" + name + "' without asking it");
    }

    private Comparator<Group> order() {
        return query.order().stream()
                .map(this::order)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    private Comparator<Group> order(Order key) {
        return dimensions.stream()
                .filter(dimension -> dimension.name().equals(key.column()))
                .findFirst()
                .map(dimension -> byDimension(dimension, key))
                .orElseGet(() -> byMeasure(key));
    }

    private Comparator<Group> byDimension(Dimension dimension, Order key) {
        Comparator<Group> natural;
        if (Planner.isExtra(dimension)) {
            int position = extraPosition(dimension);
            natural = Comparator.comparing(
                    group -> evaluation.combinations().get(group.combination()).get(position));
        } else {
            natural = Comparator.comparingInt(group -> group.coordinate(dimension.kind()));
        }
        return key.isDescending() ? natural.reversed() : natural;
    }

    private Comparator<Group> byMeasure(Order key) {
        int measure = measure(key.column());
        Comparator<BigDecimal> values = key.isDescending() ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(group -> cell(group, measure).value().orElse(null), Comparator.nullsLast(values));
    }

    private int extraPosition(Dimension dimension) {
        return dimensions.stream().filter(Planner::isExtra).toList().indexOf(dimension);
    }

    private ResultTable table(int[] groups) {
        ResultTable.Builder table = ResultTable.builder(groups.length);
        for (Dimension dimension : dimensions) {
            String name = dimension.name();
            switch (dimension.kind()) {
                case INDICATOR, SECTOR ->
                    table.texts(
                            name,
                            row -> layout.subjects()
                                    .get(group(groups[row]).subject())
                                    .id());
                case REGION -> table.regions(name, row -> region(group(groups[row])));
                case PERIOD -> {
                    Period[] periods = periods();
                    table.periods(name, row -> periods[group(groups[row]).period()]);
                }
                case EXTRA -> {
                    int position = extraPosition(dimension);
                    table.texts(
                            name,
                            row -> evaluation
                                    .combinations()
                                    .get(group(groups[row]).combination())
                                    .get(position));
                }
            }
        }
        for (int m = 0; m < query.measures().size(); m++) {
            int number = m;
            Measure measure = query.measures().get(m);
            table.cells(
                    measure.name(), row -> cell(group(groups[row]), number), row -> number(group(groups[row]), number));
        }
        return table.refusals(plan.refusals()).sources(plan.sources()).build();
    }

    private @org.jspecify.annotations.Nullable Region region(Group group) {
        return layout.region(group.region()).orElse(null);
    }
}
