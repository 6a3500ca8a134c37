package org.grassrootskpi.query;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a cell is printed: the words of a report's qualifiers as signs, and no more digits than a reader needs. */
final class CellText {
    private static final int SHOWN_DECIMALS = 6;

    private CellText() {}

    /** The value with all its digits, or the reason why there is none. */
    static String of(Cell cell) {
        return cell.value().map(value -> sign(cell) + value.toPlainString()).orElseGet(() -> reason(cell));
    }

    /** The value to six decimals, or the reason why there is none. */
    static String rounded(Cell cell) {
        return cell.value().map(value -> sign(cell) + rounded(value)).orElseGet(() -> reason(cell));
    }

    private static String rounded(BigDecimal value) {
        if (value.scale() <= SHOWN_DECIMALS) {
            return value.toPlainString();
        }
        BigDecimal shown = value.setScale(SHOWN_DECIMALS, RoundingMode.HALF_EVEN);
        return shown.signum() == 0 ? value.round(new java.math.MathContext(2)).toString() : shown.toPlainString();
    }

    static String reason(Cell cell) {
        return cell.refusal()
                .map(refusal -> "refused: " + refusal.reason())
                .or(() -> cell.absence().map(Absence::toString))
                .orElse("");
    }

    private static String sign(Cell cell) {
        return switch (cell.qualifier()) {
            case EXACT -> "";
            case BELOW -> "<";
            case ABOVE -> ">";
            case ABOUT -> "~";
            case AT_LEAST -> "≥";
            case AT_MOST -> "≤";
        };
    }
}
