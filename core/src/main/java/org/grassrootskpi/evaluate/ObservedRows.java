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
    private final int[][] slots;
    private final Shape shape;
    private final Divisor perSubject;
    private final Divisor perRegion;
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

        /** Returns those of some slots that are of a group. */
        int[] ofGroups(int[] observed) {
            if (isWhole()) {
                return observed;
            }
            Divisor perRegion = new Divisor(slots);
            int[] kept = new int[observed.length];
            int count = 0;
            for (int slot : observed) {
                int period = perRegion.remainder(slot) - first;
                kept[count] = slot;
                count += period >= 0 && period < periods ? 1 : 0;
            }
            return count == kept.length ? kept : Arrays.copyOf(kept, count);
        }

        /** Returns the groups of slots, as positions in the groups of a subject. */
        int[] groups(int[] ofGroups) {
            if (isWhole()) {
                return ofGroups;
            }
            Divisor perRegion = new Divisor(slots);
            int[] groups = new int[ofGroups.length];
            for (int row = 0; row < groups.length; row++) {
                groups[row] = ofGroups[row] - perRegion.quotient(ofGroups[row]) * (slots - periods) - first;
            }
            return groups;
        }
    }

    private ObservedRows(int[] numbers, int[] firstRow, int[][] slots, Shape shape, @Nullable Numbers[][] columns) {
        this.numbers = numbers;
        this.firstRow = firstRow;
        this.slots = slots;
        this.shape = shape;
        this.columns = columns;
        perSubject = new Divisor(Math.max(1, shape.perSubject()));
        perRegion = new Divisor(shape.slots());
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
            slots[subject] = shape.ofGroups(common.observed());
            rows += slots[subject].length;
        }
        if (shape == null) {
            return null;
        }
        int[] firstRow = new int[slots.length];
        if (slots.length == 1) {
            return new ObservedRows(shape.groups(slots[0]), firstRow, slots, shape, columns(recipe, evaluation));
        }
        int[] numbers = new int[Ints.checkedCast(rows)];
        int row = 0;
        for (int subject = 0; subject < slots.length; subject++) {
            firstRow[subject] = row;
            for (int group : shape.groups(slots[subject])) {
                numbers[row++] = subject * shape.perSubject() + group;
            }
        }
        return new ObservedRows(numbers, firstRow, slots, shape, columns(recipe, evaluation));
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
        int subject = slots.length == 1 ? 0 : perSubject.quotient(numbers[row]);
        int index = row - firstRow[subject];
        int slot = slots[subject][index];
        Numbers own = Objects.requireNonNull(columns[measure][subject]);
        int position = shape.isWhole()
                ? own.slots().positionOfObserved(slot, index)
                : own.slots().positions().of(slot);
        if (own.areCoverages()) {
            int region = perRegion.quotient(slot);
            return own.slots().coverage(position, region, slot - region * shape.slots());
        }
        return own.slots().numberOfRows(position);
    }
}
