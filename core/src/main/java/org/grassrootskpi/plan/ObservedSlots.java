package org.grassrootskpi.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Ints;
import java.util.List;
import java.util.Objects;
import org.grassrootskpi.plan.Formula.Leaf;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a result that has one for each slot with a row, in the order of the slots: they are read off the slots, and
 * their values off the columns, without asking for each group what there is.
 */
final class ObservedSlots {
    private static final int PAGE_BITS = 12;

    private final int[][] slots;
    private final int[] firstRow;
    private final int[] subjectOfPage;
    private final int perSubject;
    private final int periods;
    private final @Nullable SlotSums[][] sums;

    private ObservedSlots(int[][] slots, int regions, int periods, @Nullable SlotSums[][] sums) {
        this.slots = slots;
        this.perSubject = regions * periods;
        this.periods = periods;
        this.sums = sums;
        long rows = 0;
        firstRow = new int[slots.length + 1];
        for (int subject = 0; subject < slots.length; subject++) {
            rows += slots[subject].length;
            firstRow[subject + 1] = Ints.checkedCast(rows);
        }
        subjectOfPage = new int[(size() >> PAGE_BITS) + 1];
        for (int page = 0, subject = 0; page < subjectOfPage.length; page++) {
            while (subject < slots.length && firstRow[subject + 1] <= page << PAGE_BITS) {
                subject++;
            }
            subjectOfPage[page] = subject;
        }
    }

    /** The rows of a plan whose every aggregate has the slots of the groups; null if one of them has not. */
    static @Nullable ObservedSlots of(Plan plan, Evaluation evaluation, int regions, int periods, int firstPeriod) {
        int[][] slots = new int[plan.layout().subjects().size()][];
        for (int subject = 0; subject < slots.length; subject++) {
            SlotSums common = common(plan.formulas(), subject, evaluation);
            if (common == null
                    || common.periods().size() != periods
                    || (periods > 1 && common.periods().slotOfGroup(firstPeriod) != 0)
                    || common.regions() != regions) {
                return null;
            }
            slots[subject] = common.observed();
        }
        return new ObservedSlots(slots, regions, periods, sums(plan, evaluation));
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
                if (own == null || (common != null && !own.isLike(common))) {
                    return null;
                }
                common = own;
            }
        }
        return common;
    }

    /** For each measure and subject the aggregate that is the measure itself. */
    private static @Nullable SlotSums[][] sums(Plan plan, Evaluation evaluation) {
        SlotSums[][] sums =
                new SlotSums[plan.formulas().size()][plan.layout().subjects().size()];
        for (int measure = 0; measure < sums.length; measure++) {
            for (int subject = 0; subject < sums[measure].length; subject++) {
                Formula formula = plan.formulas().get(measure).get(subject);
                sums[measure][subject] = formula instanceof Leaf leaf ? evaluation.numbers(leaf) : null;
            }
        }
        return sums;
    }

    /** How many rows there are. */
    int size() {
        return firstRow[slots.length];
    }

    /** The number of a row's group, as {@link ResultAssembly} counts them. */
    int group(int row) {
        int subject = subject(row);
        return subject * perSubject + slots[subject][row - firstRow[subject]];
    }

    /** The number of a row's region. */
    int region(int row) {
        return slot(row) / periods;
    }

    /** The number of a row's period. */
    int period(int row) {
        return slot(row) % periods;
    }

    private int slot(int row) {
        int subject = subject(row);
        return slots[subject][row - firstRow[subject]];
    }

    /** The number of a row's subject. */
    int subject(int row) {
        int subject = subjectOfPage[row >> PAGE_BITS];
        while (firstRow[subject + 1] <= row) {
            subject++;
        }
        return subject;
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
        int subject = subject(row);
        SlotSums own = Objects.requireNonNull(sums[measure][subject]);
        int at = row - firstRow[subject];
        return own.number(own.index().hasAll() ? slots[subject][at] : at);
    }
}
