package org.grassrootskpi.evaluate;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import java.util.List;
import java.util.Objects;
import org.grassrootskpi.evaluate.Formula.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a result that has one for each slot with a row, in the order of the slots: they are read off the slots, and
 * their values off the columns, without asking for each group what there is.
 */
final class ObservedSlots {
    private final int[] numbers;
    private final int[] firstRow;
    private final int perSubject;
    private final @Nullable SlotSums[][] sums;

    private ObservedSlots(int[] numbers, int[] firstRow, int perSubject, @Nullable SlotSums[][] sums) {
        this.numbers = numbers;
        this.firstRow = firstRow;
        this.perSubject = perSubject;
        this.sums = sums;
    }

    /** The rows of a recipe whose every aggregate has the slots of the groups; null if one of them has not. */
    static @Nullable ObservedSlots of(Recipe recipe, Evaluation evaluation, int regions, int periods, int firstPeriod) {
        int[][] slots = new int[recipe.layout().subjects().size()][];
        long rows = 0;
        for (int subject = 0; subject < slots.length; subject++) {
            SlotSums common = common(recipe.formulas(), subject, evaluation);
            if (common == null
                    || common.periods().size() != periods
                    || (periods > 1 && common.periods().slotOfGroup(firstPeriod) != 0)
                    || common.regions() != regions) {
                return null;
            }
            slots[subject] = common.observed();
            rows += slots[subject].length;
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
        return new ObservedSlots(numbers, firstRow, regions * periods, sums(recipe, evaluation));
    }

    /** The slots that all aggregates of a subject have in common. */
    private static @Nullable SlotSums common(
            ImmutableList<ImmutableList<Formula>> formulas, int subject, Evaluation evaluation) {
        SlotSums common = null;
        for (ImmutableList<Formula> column : formulas) {
            List<Leaf> leaves = column.get(subject).leaves().toList();
            for (Leaf leaf : leaves) {
                SlotSums own =
                        leaf.scope() == 0 && leaf.window().kind() == Window.Kind.PERIOD ? evaluation.sums(leaf) : null;
                if (own == null || (common != null && !own.hasSameSlotsAs(common))) {
                    return null;
                }
                common = own;
            }
        }
        return common;
    }

    /** For each measure and subject the aggregate that is the measure itself. */
    private static @Nullable SlotSums[][] sums(Recipe recipe, Evaluation evaluation) {
        SlotSums[][] sums = new SlotSums[recipe.formulas().size()]
                [recipe.layout().subjects().size()];
        for (int measure = 0; measure < sums.length; measure++) {
            for (int subject = 0; subject < sums[measure].length; subject++) {
                Formula formula = recipe.formulas().get(measure).get(subject);
                sums[measure][subject] = formula instanceof Leaf leaf ? evaluation.numbers(leaf) : null;
            }
        }
        return sums;
    }

    /** The numbers of the groups, as {@link ResultAssembly} counts them. */
    int[] numbers() {
        return numbers;
    }

    boolean hasNumbers(int measure) {
        for (SlotSums ofSubject : sums[measure]) {
            if (ofSubject == null) {
                return false;
            }
        }
        return true;
    }

    /** The value of a measure in a row as the nearest double. */
    double number(int measure, int row) {
        int subject = numbers[row] / perSubject;
        SlotSums own = Objects.requireNonNull(sums[measure][subject]);
        return own.numberOfRows(
                own.positions().hasAll() ? numbers[row] - subject * perSubject : row - firstRow[subject]);
    }
}
