package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.ArrayList;
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
    }

    ResultTable table() {
        List<Group> groups = groups();
        groups.removeIf(group -> !stays(group));
        if (!query.order().isEmpty()) {
            groups.sort(order());
        }
        if (query.maxRows().isPresent() && query.maxRows().getAsInt() < groups.size()) {
            groups = new ArrayList<>(groups.subList(0, query.maxRows().getAsInt()));
        }
        return table(groups);
    }

    /** All groups, in the natural order of the dimensions. */
    private List<Group> groups() {
        int[] sizes = new int[] {
            layout.subjects().size(),
            layout.regions().size(),
            layout.axis().groups().map(PeriodRange::size).orElse(groupsByPeriod() ? 0 : 1),
            evaluation.combinations().size()
        };
        List<Integer> nesting = nesting();
        int total = 1;
        for (int size : sizes) {
            total = Math.multiplyExact(total, size);
        }
        List<Group> groups = new ArrayList<>(total);
        int[] at = new int[sizes.length];
        for (int i = 0; i < total; i++) {
            int rest = i;
            for (int n = nesting.size() - 1; n >= 0; n--) {
                int axis = nesting.get(n);
                at[axis] = rest % sizes[axis];
                rest /= sizes[axis];
            }
            groups.add(new Group(at[0], at[1], at[2], at[3]));
        }
        return groups;
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
        boolean elsewhere = groupsByRegion() && layout.region(group.region()).isEmpty();
        boolean extras = dimensions.stream().anyMatch(Planner::isExtra);
        if ((elsewhere || extras || query.isObservedOnly()) && !isObserved(group)) {
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
        return plan.formulas().stream()
                .flatMap(column -> column.get(group.subject()).leaves())
                .filter(leaf -> leaf.scope() == 0)
                .anyMatch(leaf -> evaluation.present(leaf, group.region(), periodCode(group), group.combination()) > 0);
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

    private ResultTable table(List<Group> groups) {
        ResultTable.Builder table = ResultTable.builder(groups.size());
        for (Dimension dimension : dimensions) {
            String name = dimension.name();
            switch (dimension.kind()) {
                case INDICATOR, SECTOR ->
                    table.texts(
                            name,
                            row -> layout.subjects()
                                    .get(groups.get(row).subject())
                                    .id());
                case REGION -> table.regions(name, row -> region(groups.get(row)));
                case PERIOD -> table.periods(name, row -> Period.ofCode(periodCode(groups.get(row))));
                case EXTRA -> {
                    int position = extraPosition(dimension);
                    table.texts(
                            name,
                            row -> evaluation
                                    .combinations()
                                    .get(groups.get(row).combination())
                                    .get(position));
                }
            }
        }
        for (int m = 0; m < query.measures().size(); m++) {
            int number = m;
            Measure measure = query.measures().get(m);
            table.cells(measure.name(), row -> cell(groups.get(row), number));
        }
        return table.refusals(plan.refusals()).sources(plan.sources()).build();
    }

    private @org.jspecify.annotations.Nullable Region region(Group group) {
        return layout.region(group.region()).orElse(null);
    }
}
