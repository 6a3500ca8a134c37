package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Collection;
import java.util.Locale;

/** Collects the problems of one validation: describes the first ones, counts the others. */
final class ProblemList {
    private static final int DESCRIBED = 1000;
    /** Each suggestion looks at every known id. */
    private static final int SUGGESTIONS = 100;

    private final ImmutableList.Builder<Problem> problems = ImmutableList.builder();
    private long count;
    private int suggestions;

    @FormatMethod
    void add(Problem.Kind kind, String path, @FormatString String message, Object... args) {
        if (count++ < DESCRIBED) {
            problems.add(Problem.of(kind, path, String.format(Locale.ROOT, message, args)));
        }
    }

    @FormatMethod
    void addDuplicate(String path, String first, @FormatString String message, Object... args) {
        if (count++ < DESCRIBED) {
            problems.add(Problem.builder()
                    .kind(Problem.Kind.DUPLICATE)
                    .path(path)
                    .firstPath(first)
                    .message(String.format(Locale.ROOT, message, args))
                    .build());
        }
    }

    /** Reports a reference to an unknown id; for the first ones, with the id that was probably meant. */
    void addUnknown(String path, String noun, String id, Collection<String> known) {
        if (count++ < DESCRIBED) {
            Collection<String> candidates = suggestions++ < SUGGESTIONS ? known : ImmutableList.of();
            problems.add(Problem.of(
                    Problem.Kind.UNKNOWN_REFERENCE, path, new UnknownIdException(noun, id, candidates).getMessage()));
        }
    }

    long count() {
        return count;
    }

    ImmutableList<Problem> toList() {
        return problems.build();
    }
}
