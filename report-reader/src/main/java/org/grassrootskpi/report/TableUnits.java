package org.grassrootskpi.report;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.QuantityMatch;
import org.grassrootskpi.quantity.UnitVocabulary;
import org.jspecify.annotations.Nullable;

/** Reads units that are printed apart from their numbers: 亿元, %, 万人次, 单位：万元、%. */
final class TableUnits {
    private static final Splitter LIST =
            Splitter.on(CharMatcher.anyOf("、，,；;/／和 ")).omitEmptyStrings().trimResults();
    private static final CharMatcher SIGNS = CharMatcher.anyOf("±+-");
    private static final String LABEL = "单位";
    private static final int MAX_UNIT = 12;

    private final UnitVocabulary vocabulary;

    TableUnits(UnitVocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Returns a unit as figures have it behind their number; null for a text that is none. */
    @Nullable String unit(String printed) {
        String unit = SIGNS.trimLeadingFrom(CharMatcher.whitespace().removeFrom(printed));
        if (unit.isEmpty() || unit.length() > MAX_UNIT || NumberSigns.isDigit(unit.charAt(0))) {
            return null;
        }
        if (unit.equals("百分点")) {
            return "个百分点";
        }
        if (unit.equals("百分比")) {
            return "%";
        }
        return quantity("1", unit).isPresent() ? unit : null;
    }

    /** Returns a number with a unit, if both are understood as a whole. */
    Optional<QuantityMatch> quantity(String number, String unit) {
        String whole = number + unit;
        return Quantity.parsePrefix(whole, 0, vocabulary)
                .filter(match -> match.end() == whole.length() && match.unitEnd() > match.unitStart())
                .filter(match -> !match.quantity().unit().isBareNumber());
    }

    /** Returns the units that a line names for the table below it: 单位：万元、%. */
    ImmutableList<String> named(String line) {
        for (int at = line.indexOf(LABEL); at >= 0; at = line.indexOf(LABEL, at + 1)) {
            int from = at + LABEL.length();
            while (from < line.length() && TableFinder.isBlank(line.charAt(from))) {
                from++;
            }
            if (from >= line.length() || "：:为".indexOf(line.charAt(from)) < 0) {
                continue;
            }
            int end = from + 1;
            while (end < line.length() && "）)】]。|\t".indexOf(line.charAt(end)) < 0) {
                end++;
            }
            return LIST.splitToStream(line.substring(from + 1, end))
                    .map(this::unit)
                    .flatMap(unit -> Optional.ofNullable(unit).stream())
                    .collect(ImmutableList.toImmutableList());
        }
        return ImmutableList.of();
    }
}
