package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.grassrootskpi.text.DefinitionLines;

/** The words for the stages of a project, in their order: those of {@code check-stages.tsv}. */
final class StageRanks {
    private static final String RESOURCE = "check-stages.tsv";
    private static final ImmutableList<Stage> STAGES = read();

    private StageRanks() {}

    /**
     * A word for a stage.
     *
     * @param word the word
     * @param rank the place of the stage, from 1
     * @param isStep whether the word alone says that it is reached
     */
    record Stage(String word, int rank, boolean isStep) {}

    private static ImmutableList<Stage> read() {
        ImmutableList.Builder<Stage> stages = ImmutableList.builder();
        for (DefinitionLines.Line line :
                DefinitionLines.ofResource(StageRanks.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            stages.add(new Stage(
                    line.field(0, "a word"),
                    Integer.parseInt(line.field(1, "a rank")),
                    line.field(2, "step or activity").equals("step")));
        }
        return stages.build();
    }

    /** The furthest stage that a clause names. */
    static Optional<Stage> last(String clause) {
        return STAGES.stream()
                .filter(stage -> clause.contains(stage.word()))
                .reduce((one, other) -> other.rank() >= one.rank() ? other : one);
    }
}
