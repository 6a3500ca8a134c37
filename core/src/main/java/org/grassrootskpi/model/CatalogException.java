package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/** Says why a catalogue was not built or read: all problems at once, each with its place. */
public final class CatalogException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient ImmutableList<Problem> problems;

    /**
     * Reports problems.
     *
     * @param problems at least one
     */
    public CatalogException(Iterable<Problem> problems) {
        super(message(ImmutableList.copyOf(problems)));
        this.problems = ImmutableList.copyOf(problems);
    }

    /**
     * The problems in the order of the catalogue.
     *
     * @return at least one
     */
    public ImmutableList<Problem> problems() {
        return problems;
    }

    private static String message(ImmutableList<Problem> problems) {
        String count = problems.size() == 1 ? "1 problem" : problems.size() + " problems";
        return problems.stream().map(Problem::describe).collect(Collectors.joining("\n  ", count + ":\n  ", ""));
    }
}
