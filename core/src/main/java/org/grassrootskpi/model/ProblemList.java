package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import java.util.Locale;

/** Collects the problems of one validation. */
final class ProblemList {
    private final ImmutableList.Builder<Problem> problems = ImmutableList.builder();

    @FormatMethod
    void add(Problem.Kind kind, String path, @FormatString String message, Object... args) {
        problems.add(Problem.of(kind, path, String.format(Locale.ROOT, message, args)));
    }

    @FormatMethod
    void addDuplicate(String path, String first, @FormatString String message, Object... args) {
        problems.add(Problem.builder()
                .kind(Problem.Kind.DUPLICATE)
                .path(path)
                .firstPath(first)
                .message(String.format(Locale.ROOT, message, args))
                .build());
    }

    ImmutableList<Problem> toList() {
        return problems.build();
    }
}
