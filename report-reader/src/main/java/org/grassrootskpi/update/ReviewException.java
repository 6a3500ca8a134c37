package org.grassrootskpi.update;

import com.google.common.collect.ImmutableList;
import java.util.List;

/** Thrown for a review table that was edited so that it cannot be read for sure; says every problem with its place. */
public final class ReviewException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient ImmutableList<String> problems;

    ReviewException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = ImmutableList.copyOf(problems);
    }

    /**
     * Returns the problems.
     *
     * @return one line each: file, row, what was expected and what was found
     */
    public ImmutableList<String> problems() {
        return problems;
    }
}
