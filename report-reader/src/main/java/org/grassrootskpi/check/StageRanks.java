package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.grassrootskpi.check.CheckWords.Kind;
import org.grassrootskpi.text.DefinitionLines;

/** The words for the stages of a project, in their order: those of {@code check-stages.tsv}. */
final class StageRanks {
    private static final String RESOURCE = "check-stages.tsv";
    /** The longest word first, so that 主体完工 is not taken for 完工. */
    private static final ImmutableList<Word> WORDS = read();
    /** What may stand behind 建设 at the end of a clause. */
    private static final Pattern TAIL = Pattern.compile("(工作|任务)?");

    private static final String BUILT = "建设";

    private StageRanks() {}

    /** How a word says that a stage is reached. */
    private enum Sort {
        /** By itself. */
        STEP,
        /** With a word such as 完成. */
        ACTIVITY,
        /** As an activity; beside the name of what is built. */
        BUILD
    }

    private record Word(String word, int rank, Sort sort) {}

    /**
     * A stage that a clause names.
     *
     * @param word the word
     * @param rank the place of the stage, from 1
     * @param isStep whether the word alone says that it is reached
     * @param isBuilding whether something is built, whose name stands beside the word
     * @param at where the word begins in the clause
     */
    record Stage(String word, int rank, boolean isStep, boolean isBuilding, int at) {
        /** Where the word ends in the clause. */
        int end() {
            return at + word.length();
        }
    }

    private static ImmutableList<Word> read() {
        ImmutableList.Builder<Word> words = ImmutableList.builder();
        for (DefinitionLines.Line line :
                DefinitionLines.ofResource(StageRanks.class.getResourceAsStream(RESOURCE), RESOURCE)) {
            words.add(new Word(
                    line.field(0, "a word"),
                    Integer.parseInt(line.field(1, "a rank")),
                    Sort.valueOf(line.field(2, "step, activity or build").toUpperCase(Locale.ROOT))));
        }
        return ImmutableList.sortedCopyOf(
                Comparator.comparingInt(word -> -word.word().length()), words.build());
    }

    /** The furthest stage that a clause names; of several words for it the last. */
    static Optional<Stage> last(String clause) {
        Optional<Stage> last = Optional.empty();
        for (int i = 0; i < clause.length(); ) {
            Optional<Stage> here = at(clause, i);
            if (here.isPresent()
                    && last.filter(stage -> stage.rank() > here.get().rank()).isEmpty()) {
                last = here;
            }
            i += here.map(stage -> stage.word().length()).orElse(1);
        }
        return last;
    }

    private static Optional<Stage> at(String clause, int offset) {
        for (Word word : WORDS) {
            if (clause.startsWith(word.word(), offset)
                    && (word.sort() != Sort.BUILD || isBesideAName(word.word(), clause, offset))) {
                return Optional.of(new Stage(
                        word.word(), word.rank(), word.sort() == Sort.STEP, word.sort() == Sort.BUILD, offset));
            }
        }
        return Optional.empty();
    }

    private static boolean isBesideAName(String word, String clause, int offset) {
        String behind = clause.substring(offset + word.length());
        boolean isInFront =
                CheckWords.atEnd(Kind.FACILITY, ProjectNames.bare(behind)).isPresent();
        return isInFront || (word.equals(BUILT) && TAIL.matcher(behind).matches());
    }
}
