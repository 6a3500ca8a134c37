package org.grassrootskpi.assess;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.assess.DerivedFigure.Kind;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Identity;
import org.grassrootskpi.model.Identity.Part;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.quantity.Quantity;

/**
 * Compares the stated totals of an identity with the sums of their parts, and derives the one figure of it that is not stated. Total and
 * parts are numbered together: 0 is the total, which is on the one side of the equation, from 1 on they are the parts.
 */
final class IdentityDerivation {
    private final Catalog catalog;
    private final Identity identity;
    private final Derivation derivation;
    private final ImmutableList<String> ids;
    /** Whether a figure is on the side of the total, as parts are that are taken away. */
    private final ImmutableList<Boolean> isBesideTotal;

    IdentityDerivation(Catalog catalog, Identity identity, Derivation derivation) {
        this.catalog = catalog;
        this.identity = identity;
        this.derivation = derivation;
        ImmutableList.Builder<String> indicators = ImmutableList.builder();
        ImmutableList.Builder<Boolean> sides = ImmutableList.builder();
        indicators.add(identity.total());
        sides.add(true);
        for (Part part : identity.parts()) {
            indicators.add(part.indicator());
            sides.add(!part.isAdded());
        }
        this.ids = indicators.build();
        this.isBesideTotal = sides.build();
    }

    void run() {
        // An observation of each region and period, in the order of the indicators.
        Map<String, Observation> places = new LinkedHashMap<>();
        for (String id : ids) {
            for (Observation observation : catalog.observations(id)) {
                if (observation.figure().isPresent()) {
                    places.putIfAbsent(observation.region() + ":" + observation.period(), observation);
                }
            }
        }
        places.values().forEach(this::at);
    }

    private void at(Observation place) {
        List<Optional<Observation>> stated = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            Optional<Observation> observation = derivation.stated(id, place.region(), place.period());
            if (observation.isEmpty() && !id.equals(identity.total())) {
                missing.add(id);
            }
            stated.add(observation);
        }
        if (missing.isEmpty()) {
            derive(Kind.SUM_OF_PARTS, 0, place, stated)
                    .ifPresent(figure -> stated.get(0)
                            .ifPresent(total ->
                                    derivation.compare(figure, total.figure().orElseThrow(), total.key())));
        } else if (stated.get(0).isPresent() && missing.size() < ids.size() - 1) {
            derivation.impossible++;
            if (missing.size() == 1) {
                derive(Kind.PART_OF_TOTAL, ids.indexOf(missing.get(0)), place, stated);
            } else {
                derivation.underived.add(ImmutableUnderived.of(
                        Kind.SUM_OF_PARTS,
                        identity.total(),
                        place.region(),
                        place.period(),
                        "there is no figure of '" + String.join("', '", missing) + "'",
                        keys(stated, 0)));
            }
        }
    }

    private Optional<DerivedFigure> derive(
            Kind kind, int figure, Observation place, List<Optional<Observation>> stated) {
        return derivation.derive(
                kind,
                Optional.of(identity),
                ids.get(figure),
                place.region(),
                place.period(),
                () -> leftFor(figure, stated),
                keys(stated, figure).toArray(String[]::new));
    }

    /** What all others leave for one figure, within the tolerance. */
    private Quantity leftFor(int figure, List<Optional<Observation>> stated) {
        Optional<Quantity> left = Optional.empty();
        for (int i = 0; i < ids.size(); i++) {
            if (i != figure) {
                Quantity other = stated.get(i).flatMap(Observation::figure).orElseThrow();
                boolean isAdded = !isBesideTotal.get(i).equals(isBesideTotal.get(figure));
                Quantity signed = isAdded ? other : other.negated();
                left = Optional.of(left.map(sum -> sum.plus(signed)).orElse(signed));
            }
        }
        return identity.tolerated(left.orElseThrow());
    }

    /** The keys of what is stated, without that of one figure. */
    private static ImmutableList<String> keys(List<Optional<Observation>> stated, int without) {
        ImmutableList.Builder<String> keys = ImmutableList.builder();
        for (int i = 0; i < stated.size(); i++) {
            if (i != without) {
                stated.get(i).map(Observation::key).ifPresent(keys::add);
            }
        }
        return keys.build();
    }
}
