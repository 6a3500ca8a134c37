package org.grassrootskpi.query;

import com.google.common.collect.ImmutableList;
import java.util.stream.Collectors;

/** Thrown for a query that cannot be answered at all, and for a strict one of which any measure is refused. */
public final class RefusedException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient ImmutableList<Refusal> refusals;

    /**
     * Reports refusals.
     *
     * @param refusals at least one
     */
    public RefusedException(Iterable<Refusal> refusals) {
        super(message(ImmutableList.copyOf(refusals)));
        this.refusals = ImmutableList.copyOf(refusals);
    }

    /**
     * {@return an exception for one refusal}
     *
     * @param reason why
     * @param message what is refused, and how it is
     * @param suggestion what to ask instead
     */
    public static RefusedException of(Refusal.Reason reason, String message, String suggestion) {
        return new RefusedException(ImmutableList.of(Refusal.of(reason, message, suggestion)));
    }

    /** {@return the refusals, at least one} */
    public ImmutableList<Refusal> refusals() {
        return refusals;
    }

    private static String message(ImmutableList<Refusal> refusals) {
        return refusals.size() == 1
                ? refusals.get(0).toString()
                : refusals.stream()
                        .map(Refusal::toString)
                        .collect(Collectors.joining("\n  ", refusals.size() + " refusals:\n  ", ""));
    }
}
