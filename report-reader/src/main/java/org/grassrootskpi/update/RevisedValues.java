package org.grassrootskpi.update;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.assess.Revision;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Vintage;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.time.TimePeriod;

/** The values of a report of which the catalogue has another one already: vintages, if a person says that they are revised. */
final class RevisedValues {
    private final Catalog catalog;
    private final LocalDate knownOn;
    private final Map<String, Observation> revised = new HashMap<>();

    RevisedValues(Catalog catalog, LocalDate knownOn) {
        this.catalog = catalog;
        this.knownOn = knownOn;
    }

    /** Returns the value of the same key that the catalogue prefers. */
    Optional<Observation> printed(Observation observation) {
        return catalog.observation(observation.indicator(), observation.region(), observation.period());
    }

    /** Returns a value of the report as a vintage where the catalogue has another one of its key. */
    Observation dated(Observation observation) {
        return printed(observation).isEmpty()
                ? observation
                : Observation.builder()
                        .from(observation)
                        .vintage(Vintage.of(knownOn, Vintage.Maturity.REVISED))
                        .build();
    }

    /** Takes a value as revised; returns false if it may be what is printed already, or has no figure. */
    boolean takes(Observation observation) {
        boolean isNew = observation.figure().isPresent()
                && printed(observation)
                        .filter(before -> !Revision.of(observation, before).isWithinRounding())
                        .isPresent();
        if (isNew) {
            revised.put(observation.key(), observation);
        }
        return isNew;
    }

    /** Returns the question to the person, where the catalogue has another value. */
    Optional<LocalizedText> question(Observation observation) {
        return printed(observation)
                .map(before -> UpdateTexts.of(
                        "ask-revised",
                        before.figure()
                                .map(Quantity::toString)
                                .orElse(before.status().name()),
                        before.citation().document(),
                        knownOn.toString()));
    }

    /** Returns the value of a period: what the report says of it, or what the catalogue has. */
    Optional<Observation> of(Observation series, TimePeriod period) {
        return Optional.ofNullable(revised.get(series.indicator() + ':' + series.region() + ':' + period))
                .or(() -> catalog.observation(series.indicator(), series.region(), period));
    }
}
