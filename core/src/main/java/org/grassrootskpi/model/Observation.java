package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;
import org.immutables.value.Value;

/**
 * One value of an indicator, for one region and one period, as a document states it, with whatever else the document says
 * about it.
 *
 * <p>Indicator, region and period are its key: a catalogue shows one observation for each. Where a figure was revised, the catalogue
 * keeps every value of the key, each with its {@link #vintage()}. A document may speak of an indicator without stating its value ("deaths fell by 72.7 %"); then {@link #figure()} is empty and
 * {@link #status()} says why.
 */
@Value.Immutable
public interface Observation {
    /**
     * Returns the indicator that was measured.
     *
     * @return the id of an {@link Indicator}
     */
    String indicator();

    /**
     * Returns the region.
     *
     * @return the code of a {@link Region}
     */
    String region();

    /**
     * Returns the period.
     *
     * @return the period that the value covers
     */
    TimePeriod period();

    /**
     * Returns the figure as printed, with its value in the base unit, its qualifier and its bounds.
     *
     * @return empty exactly where {@link #status()} has no value; never zero for missing
     */
    Optional<Quantity> figure();

    /**
     * Returns the status: how far the value can be relied on.
     *
     * @return {@link ObservationStatus#NORMAL} unless said otherwise
     */
    @Value.Default
    default ObservationStatus status() {
        return ObservationStatus.NORMAL;
    }

    /**
     * Returns the vintage of the value, where a key has several: on which day it became known, and whether it is preliminary, revised
     * or final.
     *
     * @return empty where nobody said; such a value counts as known on every day
     */
    Optional<Vintage> vintage();

    /**
     * Returns the place where the document states it.
     *
     * @return the citation
     */
    Citation citation();

    /**
     * Returns the change against the year before that is printed with it.
     *
     * @return empty where none is
     */
    Optional<Change> yearOnYear();

    /**
     * Returns the share of the target that is printed with it.
     *
     * @return empty where none is
     */
    Optional<Completion> completion();

    /**
     * Returns the places, firsts and records that are printed with it.
     *
     * @return possibly empty
     */
    ImmutableList<Rank> ranks();

    /**
     * Returns the grade that is printed with it.
     *
     * @return empty where none is
     */
    Optional<Rating> rating();

    /**
     * Returns the awards that are printed with it.
     *
     * @return possibly empty
     */
    ImmutableList<Award> awards();

    /**
     * Returns a note for readers: which cohort or definition the figure has, or what the document does not say.
     *
     * @return in both languages, or empty
     */
    Optional<LocalizedText> note();

    /**
     * Returns the target that value and completion imply: value / completion.
     *
     * <p>Its bounds hold every target that agrees with both figures as they were rounded.
     *
     * @return empty where the value or the completion is not stated, or where the completion may be zero
     */
    default Optional<Quantity> impliedTarget() {
        return figure().flatMap(value -> completion().flatMap(share -> quotient(value, share.value())));
    }

    private static Optional<Quantity> quotient(Quantity value, Quantity share) {
        try {
            return Optional.of(value.dividedBy(share));
        } catch (ArithmeticException e) {
            return Optional.empty();
        }
    }

    /**
     * Returns the figure as the document prints it: a zero may be printed in words.
     *
     * @return the figure where the citation quotes it, else the quote; empty where no value is stated
     */
    default Optional<String> printed() {
        return figure().map(Quantity::toString)
                .map(text ->
                        citation().quote().contains(text) ? text : citation().quote());
    }

    /**
     * Returns the series key in SDMX's manner: indicator, region and period, joined by dots and a colon.
     *
     * @return for example {@code land.consolidated:440307003:2024}
     */
    default String key() {
        return indicator() + ':' + region() + ':' + period();
    }

    /**
     * Starts an observation.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Observation}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableObservation.Builder {
        Builder() {}
    }
}
