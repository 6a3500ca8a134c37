package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Fast path for results with exactly one row for each observed slot, in slot order: rows and values are read directly from the
 * slot arrays.
 */
final class ObservedRows {
    private final int[] numbers;
    private final int[] firstRow;
    private final Shape shape;
    private final @Nullable PackedSlots[][] sums;

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
            return isWhole()
                    ? observed
                    : IntStream.of(observed)
                            .filter(slot -> slot % slots >= first && slot % slots < first + periods)
                            .map(slot -> slot / slots * periods + slot % slots - first)
                            .toArray();
        }
    }

    private ObservedRows(int[] numbers, int[] firstRow, Shape shape, @Nullable PackedSlots[][] sums) {
        this.numbers = numbers;
        this.firstRow = firstRow;
        this.shape = shape;
        this.sums = sums;
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
        return new ObservedRows(numbers, firstRow, shape, sums(recipe, evaluation));
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

    /** Returns for each measure and subject the aggregate that is the measure itself. */
    private static @Nullable PackedSlots[][] sums(Recipe recipe, Evaluation evaluation) {
        PackedSlots[][] sums = new PackedSlots[recipe.formulas().size()]
                [recipe.grid().subjects().size()];
        for (int measure = 0; measure < sums.length; measure++) {
            for (int subject = 0; subject < sums[measure].length; subject++) {
                Formula formula = recipe.formulas().get(measure).get(subject);
                sums[measure][subject] = formula instanceof AggregateFormula leaf ? evaluation.numbers(leaf) : null;
            }
        }
        return sums;
    }

    /** Returns the numbers of the groups, as {@link ResultAssembly} counts them. */
    int[] numbers() {
        return numbers;
    }

    boolean hasNumbers(int measure) {
        for (PackedSlots ofSubject : sums[measure]) {
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
        PackedSlots own = Objects.requireNonNull(sums[measure][subject]);
        if (shape.isWhole()) {
            return own.numberOfRows(own.positionOfObserved(group, row - firstRow[subject]));
        }
        return own.numberOfRows(own.position(group / shape.periods(), shape.first() + group % shape.periods()));
    }
}
