package org.grassrootskpi.io;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;
import org.grassrootskpi.model.Problem;

/** Says why a CSV file gave no table: what is wrong with it, each with file, line and column. */
public final class CsvException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final transient ImmutableList<Problem> problems;

    CsvException(ImmutableList<Problem> problems, long lines) {
        super(message(problems, lines));
        this.problems = problems;
    }

    /**
     * The problems in the order of the file.
     *
     * @return at least one, at most {@link ObservationCsv.Result#MAX_PROBLEMS}
     */
    public ImmutableList<Problem> problems() {
        return problems;
    }

    private static String message(ImmutableList<Problem> problems, long lines) {
        String count = lines == 1 ? "1 line is wrong" : lines + " lines are wrong";
        String shown = problems.stream().limit(SHOWN).map(Problem::describe).collect(Collectors.joining("\n  "));
        return count + "; a lenient reader leaves such lines out:\n  " + shown + (lines > SHOWN ? "\n  ..." : "");
    }
}
