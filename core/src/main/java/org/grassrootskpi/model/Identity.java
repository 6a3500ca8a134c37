package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.util.Optional;
import org.grassrootskpi.model.IndicatorFormula.Operation;
import org.grassrootskpi.model.IndicatorFormula.Operator;
import org.grassrootskpi.model.IndicatorFormula.Reference;
import org.grassrootskpi.quantity.Quantity;
import org.immutables.value.Value;

/**
 * A relation that always holds between indicators, a total and the sum of its parts: {@code requests.handled =
 * requests.closed + requests.open}.
 *
 * <p>It holds for every region and period of which all these figures are known. It computes no figure of its own, but checks those
 * that are stated: those of a report, of a catalogue ({@link org.grassrootskpi.assess.Reconciliation}) and of whole tables ({@link
 * org.grassrootskpi.totals.TotalChecks}). An indicator that nobody states has a {@link Indicator#formula()} instead.
 */
@Value.Immutable
public interface Identity {
    /**
     * One of the parts of a sum.
     *
     * @param indicator the id
     * @param isAdded whether it is added; false if it is taken away
     */
    record Part(String indicator, boolean isAdded) {}

    /**
     * Returns the id by which findings name it.
     *
     * @return unique among the identities of a catalogue
     */
    String id();

    /**
     * Returns the name: what it says, in a few words.
     *
     * @return in both languages
     */
    LocalizedText name();

    /**
     * Returns the total.
     *
     * @return the id of an indicator that is observed
     */
    String total();

    /**
     * Returns the parts with their signs, such as {@code closed + open - withdrawn}.
     *
     * @return ids of indicators of the total's unit, two or more, with + and - between them
     */
    IndicatorFormula sum();

    /**
     * Returns by how much total and sum may differ beyond their rounding, such as {@code 0.02亿元}.
     *
     * @return a figure in the unit of the total; empty for nothing
     */
    Optional<Quantity> tolerance();

    /**
     * Returns what else there is to say of it, such as who states it.
     *
     * @return in both languages, or empty
     */
    Optional<LocalizedText> note();

    /**
     * Returns the parts.
     *
     * @return in the order of the sum; those of a catalogue are different indicators
     * @throws IllegalStateException if the sum multiplies, divides or has a number, which a catalogue refuses
     */
    default ImmutableList<Part> parts() {
        ImmutableList.Builder<Part> parts = ImmutableList.builder();
        collect(sum(), true, parts);
        return parts.build();
    }

    /**
     * Returns a sum with the bounds that the tolerance leaves for what it is compared with.
     *
     * @param sum the parts added up, or what total and other parts leave for one of them
     * @return the same value, with wider bounds if there is a tolerance
     */
    default Quantity tolerated(Quantity sum) {
        if (tolerance().isEmpty()) {
            return sum;
        }
        BigDecimal by = tolerance().get().value();
        Range<BigDecimal> bounds = sum.bounds();
        Range<BigDecimal> lower = bounds.hasLowerBound()
                ? Range.downTo(bounds.lowerEndpoint().subtract(by), bounds.lowerBoundType())
                : Range.all();
        Range<BigDecimal> upper = bounds.hasUpperBound()
                ? Range.upTo(bounds.upperEndpoint().add(by), bounds.upperBoundType())
                : Range.all();
        return Quantity.of(sum.value(), sum.unit(), sum.qualifier(), lower.intersection(upper));
    }

    private static void collect(IndicatorFormula formula, boolean isAdded, ImmutableList.Builder<Part> parts) {
        if (formula instanceof Reference reference) {
            parts.add(new Part(reference.indicator(), isAdded));
        } else if (formula instanceof Operation operation
                && operation.operator().isAdditive()) {
            collect(operation.left(), isAdded, parts);
            collect(operation.right(), isAdded == (operation.operator() == Operator.PLUS), parts);
        } else {
            throw new IllegalStateException("Expected ids with + and - between them, got \"" + formula + "\"");
        }
    }

    /**
     * Starts an identity.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds an {@link Identity}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableIdentity.Builder {
        Builder() {}
    }
}
