package org.grassrootskpi.sql;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;
import org.grassrootskpi.rollup.RowProblem;

/** Thrown when a database holds rows that a table would refuse. */
public final class SqlRowsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_SHOWN = 10;

    private final transient ImmutableList<RowProblem> problems;

    SqlRowsException(String relation, ImmutableList<RowProblem> problems) {
        super(problems.stream().limit(MOST_SHOWN).map(RowProblem::toString).collect(Collectors.joining("\n"))
                + (problems.size() > MOST_SHOWN ? "\n… and " + (problems.size() - MOST_SHOWN) + " more" : "")
                + "\nin " + relation + "; correct the rows, or let a lenient source set aside those that it can");
        this.problems = problems;
    }

    /** {@return what is wrong} */
    public ImmutableList<RowProblem> problems() {
        return problems;
    }
}
