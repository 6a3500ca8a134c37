package org.grassrootskpi.model;

import org.grassrootskpi.quantity.Quantity;
import org.immutables.value.Value;

/**
 * The share of the year's target that was reached, as a report prints it with a figure.
 *
 * <p>A ratio of a value to its target: 98.6 ha at 341 % means that some 28.9 ha were asked for.
 */
@Value.Immutable
public interface Completion {
    /**
     * Returns the share of the target.
     *
     * @return in the unit {@code ratio}; 1 means exactly met
     */
    @Value.Parameter
    Quantity value();

    /**
     * Returns the words as printed, for example {@code 完成率341%}.
     *
     * @return never blank
     */
    @Value.Parameter
    String quote();

    /**
     * Returns a completion.
     *
     * @param value the share of the target, in the unit {@code ratio}
     * @param quote the words as printed
     * @return the completion
     */
    static Completion of(Quantity value, String quote) {
        return ImmutableCompletion.of(value, quote);
    }
}
