package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/** Thrown when a catalogue cannot be built or read: all problems at once, each with its place. */
public final class CatalogException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 1000;

    private final transient ImmutableList<Problem> problems;
    private final transient long problemCount;

    /**
     * Reports problems.
     *
     * @param problems at least one
     */
    public CatalogException(Iterable<Problem> problems) {
        this(problems, ImmutableList.copyOf(problems).size());
    }

    /**
     * Reports the first of many problems.
     *
     * @param problems at least one
     * @param problemCount how many there are, no fewer than {@code problems}
     */
    public CatalogException(Iterable<Problem> problems, long problemCount) {
        super(message(ImmutableList.copyOf(problems), problemCount));
        this.problems = ImmutableList.copyOf(problems);
        this.problemCount = problemCount;
    }

    /**
     * Returns the problems in the order of the catalogue.
     *
     * @return at least one
     */
    public ImmutableList<Problem> problems() {
        return problems;
    }

    /**
     * Returns the number of problems. Where there are very many, only the first are described.
     *
     * @return the number of {@link #problems}, or more
     */
    public long problemCount() {
        return problemCount;
    }

    private static String message(ImmutableList<Problem> problems, long count) {
        return problems.stream()
                .limit(SHOWN)
                .map(Problem::describe)
                .collect(Collectors.joining(
                        "\n  ",
                        count == 1 ? "1 problem:\n  " : count + " problems:\n  ",
                        count > Math.min(SHOWN, problems.size()) ? "\n  ..." : ""));
    }
}
