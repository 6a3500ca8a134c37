package org.grassrootskpi.csv;

import com.google.common.collect.ImmutableList;

/** Says why a CSV file was refused by a strict reader: its problems, each with its place. */
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
     * The problems in the order of the file.
     *
     * @return at least one, at most {@link ObservationCsvReader#MAX_PROBLEMS}
     */
    public ImmutableList<CsvProblem> problems() {
        return problems;
    }

    /**
     * How many problems the file has.
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
