package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Thrown when a table cannot be read whole; nothing of it is loaded. */
public final class ImportException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 10;

    private final transient ImmutableList<ImportProblem> problems;

    ImportException(List<ImportProblem> problems) {
        super(problems.stream().limit(MOST_SHOWN).map(ImportProblem::toString).collect(Collectors.joining("\n"))
                + (problems.size() > MOST_SHOWN ? "\n… and " + (problems.size() - MOST_SHOWN) + " more" : ""));
        this.problems = ImmutableList.copyOf(problems);
    }

    /** Returns this with what is behind all of it, or much, in front. */
    ImportException because(ImportProblem cause) {
        Stream<ImportProblem> others =
                problems.stream().filter(problem -> !problem.place().equals(cause.place()));
        return new ImportException(Stream.concat(Stream.of(cause), others).toList());
    }

    /** {@return what is wrong, each with its place} */
    public ImmutableList<ImportProblem> problems() {
        return problems;
    }
}
