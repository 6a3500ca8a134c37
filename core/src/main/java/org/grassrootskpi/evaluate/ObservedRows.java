package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Fast path for results with exactly one row for each observed slot, in slot order: rows and values are read directly from the
 * slot arrays.
 */
final class ObservedRows {
    private final int[] numbers;
    private final int[] firstRow;
    private final Shape shape;
    private final @Nullable Numbers[][] columns;

    /** The slots that hold the numbers of a measure and a subject: values, or counts that say how complete they are. */
    private record Numbers(PackedSlots slots, boolean areCoverages) {}

    /**
     * How slots lie in the groups.
     *
     * @param periods how many each region has in the groups
     * @param slots how many each region has in the slots, those before the first group included
     * @param first the slot of the first group
     */
    private record Shape(int regions, int periods, int slots, int first) {
        boolean isWhole() {
            return slots == periods;
        }

        int perSubject() {
            return regions * periods;
        }

        /** Returns the slots of the groups among some slots, as positions in the groups. */
        int[] groups(int[] observed) {
            if (isWhole()) {
                return observed;
            }
            int[] groups = new int[observed.length];
            int count = 0;
            for (int slot : observed) {
                int region = slot / slots;
                int period = slot - region * slots - first;
                if (period >= 0 && period < periods) {
                    groups[count++] = region * periods + period;
                }
            }
            return Arrays.copyOf(groups, count);
        }
    }

    private ObservedRows(int[] numbers, int[] firstRow, Shape shape, @Nullable Numbers[][] columns) {
        this.numbers = numbers;
        this.firstRow = firstRow;
        this.shape = shape;
        this.columns = columns;
    }

    /** Returns the rows of a recipe whose every aggregate has the slots of the groups; null if one of them has not. */
    static @Nullable ObservedRows of(Recipe recipe, Evaluation evaluation, int regions, int periods, int firstPeriod) {
        int[][] slots = new int[recipe.grid().subjects().size()][];
        long rows = 0;
        Shape shape = null;
        for (int subject = 0; subject < slots.length; subject++) {
            PackedSlots common = common(recipe.formulas(), subject, evaluation);
            if (common == null || common.regions() != regions) {
                return null;
            }
            int first = periods == 1 && common.periods().size() == 1
                    ? 0
                    : common.periods().slotOfGroup(firstPeriod);
            Shape own = new Shape(regions, periods, common.periods().size(), first);
            if (first < 0 || first + periods > own.slots() || (shape != null && !shape.equals(own))) {
                return null;
            }
            shape = own;
            slots[subject] = shape.groups(common.observed());
            rows += slots[subject].length;
        }
        if (shape == null) {
            return null;
        }
        int[] numbers = new int[Ints.checkedCast(rows)];
        int[] firstRow = new int[slots.length];
        int row = 0;
        for (int subject = 0; subject < slots.length; subject++) {
            firstRow[subject] = row;
            for (int slot : slots[subject]) {
                numbers[row++] = subject * regions * periods + slot;
            }
        }
        return new ObservedRows(numbers, firstRow, shape, columns(recipe, evaluation));
    }

    /** Returns the slots that all aggregates of a subject have in common. */
    private static @Nullable PackedSlots common(
            ImmutableList<ImmutableList<Formula>> formulas, int subject, Evaluation evaluation) {
        PackedSlots common = null;
        for (ImmutableList<Formula> column : formulas) {
            List<AggregateFormula> aggregates = column.get(subject).aggregates().toList();
            for (AggregateFormula leaf : aggregates) {
                PackedSlots own = leaf.regionAxis() == 0 ? evaluation.packed(leaf) : null;
                if (own == null
                        || own.window().kind() != Window.Kind.PERIOD
                        || (common != null && !own.hasSameSlotsAs(common))) {
                    return null;
                }
                common = own;
            }
        }
        return common;
    }

    private static @Nullable Numbers[][] columns(Recipe recipe, Evaluation evaluation) {
        return recipe.formulas().stream()
                .map(column -> column.stream()
                        .map(formula -> numbers(formula, evaluation))
                        .toArray(Numbers[]::new))
                .toArray(Numbers[][]::new);
    }

    /** Returns the slots of an aggregate that is the measure itself, or of which it is the coverage. */
    private static @Nullable Numbers numbers(Formula formula, Evaluation evaluation) {
        boolean isCoverage = formula instanceof CoverageFormula;
        Formula of = formula instanceof CoverageFormula coverage ? coverage.of() : formula;
        PackedSlots slots = !(of instanceof AggregateFormula leaf)
                ? null
                : isCoverage ? evaluation.coverages(leaf) : evaluation.numbers(leaf);
        return slots == null ? null : new Numbers(slots, isCoverage);
    }

    /** Returns the numbers of the groups, as {@link ResultAssembly} counts them. */
    int[] numbers() {
        return numbers;
    }

    boolean hasNumbers(int measure) {
        for (Numbers ofSubject : columns[measure]) {
            if (ofSubject == null) {
                return false;
            }
        }
        return true;
    }

    /** Returns the value of a measure in a row as the nearest double. */
    double number(int measure, int row) {
        int subject = numbers[row] / shape.perSubject();
        int group = numbers[row] - subject * shape.perSubject();
        Numbers own = Objects.requireNonNull(columns[measure][subject]);
        PackedSlots slots = own.slots();
        if (shape.isWhole() && !own.areCoverages()) {
            // Without a division, which takes longer than all the rest.
            return slots.numberOfRows(slots.positionOfObserved(group, row - firstRow[subject]));
        }
        int region = group / shape.periods();
        int slot = shape.first() + group - region * shape.periods();
        int position = shape.isWhole()
                ? slots.positionOfObserved(group, row - firstRow[subject])
                : slots.position(region, slot);
        return own.areCoverages() ? slots.coverage(position, region, slot) : slots.numberOfRows(position);
    }
}
