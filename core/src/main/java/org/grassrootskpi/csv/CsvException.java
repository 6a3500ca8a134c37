package org.grassrootskpi.csv;

import com.google.common.collect.ImmutableList;

/** Thrown by a strict reader that refuses a CSV file; has the file's problems, each with its location. */
public final class CsvException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 20;

    private final transient ImmutableList<CsvProblem> problems;
    private final transient long problemCount;

    CsvException(ImmutableList<CsvProblem> problems, long problemCount) {
        super(message(problems, problemCount));
        this.problems = problems;
        this.problemCount = problemCount;
    }

    /**
     * Returns the problems in the order of the file.
     *
     * @return at least one, at most {@link ObservationCsvReader#MAX_PROBLEMS}
     */
    public ImmutableList<CsvProblem> problems() {
        return problems;
    }

    /**
     * Returns the number of problems in the file.
     *
     * @return the number of {@link #problems}, or more
     */
    public long problemCount() {
        return problemCount;
    }

    private static String message(ImmutableList<CsvProblem> problems, long count) {
        StringBuilder text = new StringBuilder(count == 1 ? "1 problem:" : count + " problems:");
        problems.stream().limit(SHOWN).forEach(problem -> text.append("\n  ").append(problem));
        return count > SHOWN ? text.append("\n  ...").toString() : text.toString();
    }
}
