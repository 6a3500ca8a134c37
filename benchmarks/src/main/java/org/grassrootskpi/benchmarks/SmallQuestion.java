package org.grassrootskpi.benchmarks;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Set;

/**
 * What a dashboard asks at a click: of one indicator, one community and one month.
 *
 * @param kind what is asked
 * @param indicator the position of the indicator
 * @param community the position of the community, which has a row of that month
 * @param month the position of the month
 */
record SmallQuestion(Kind kind, int indicator, int community, int month) {
    /** The kinds of questions, asked equally often. */
    enum Kind {
        /** The value of the community. */
        VALUE,
        /** Its share in its parent. */
        SHARE,
        /** Its rank among the communities of its parent. */
        RANK,
        /** The ten greatest values among the communities of its parent. */
        TOP_10
    }

    int parent() {
        return BenchmarkData.parentOf(community);
    }

    /** Returns questions about cells that have a row, the same in every run. */
    static ImmutableList<SmallQuestion> of(BenchmarkData data, int questions) {
        DataSet.Shape shape = data.shape();
        CellSequence cells = new CellSequence(shape.cells());
        Set<SmallQuestion> different = new HashSet<>();
        ImmutableList.Builder<SmallQuestion> all = ImmutableList.builder();
        for (int i = 0; i < Math.min(questions, data.rows()); i++) {
            long cell = cells.next();
            SmallQuestion question = new SmallQuestion(
                    Kind.values()[i % Kind.values().length],
                    (int) (cell / shape.periods() / shape.communities()),
                    (int) (cell / shape.periods() % shape.communities()),
                    (int) (cell % shape.periods()));
            if (different.add(question)) {
                all.add(question);
            }
        }
        return all.build();
    }
}
