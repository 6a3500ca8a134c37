package org.grassrootskpi.pages;

import com.google.common.collect.Range;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.score.Score;

/** Scores as figures of the page, to one decimal. */
final class Scores {
    private static final int DECIMALS = 1;

    private Scores() {}

    static Figure figure(Score score) {
        Range<BigDecimal> bounds = score.bounds();
        return new Figure(
                Text.same(points(score.value())),
                Figure.decimal(score.value()),
                "points",
                Qualifier.EXACT,
                bounds.hasLowerBound() ? Optional.of(Figure.decimal(bounds.lowerEndpoint())) : Optional.empty(),
                bounds.hasUpperBound() ? Optional.of(Figure.decimal(bounds.upperEndpoint())) : Optional.empty());
    }

    static String points(BigDecimal points) {
        return points.setScale(DECIMALS, RoundingMode.HALF_UP).toPlainString();
    }
}
