package org.grassrootskpi.report;

import com.google.common.collect.ImmutableList;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.model.Citation;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.IndicatorKind;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Target;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.time.TimePeriod;

/** The targets of a plan: a value of an indicator by a deadline, or a growth, which is an indicator by itself. */
final class DraftTargets {
    private static final int DECIMALS = 4;

    private final List<Target> targets = new ArrayList<>();
    private final Map<String, Indicator> growths = new LinkedHashMap<>();

    /** Adds the value that an indicator is to have; the target is named by the indicator or, for a growth, by what is to grow. */
    void value(
            Indicator indicator,
            String name,
            IndicatorMatch match,
            Quantity quantity,
            Target.Strength strength,
            TimePeriod deadline,
            String document) {
        targets.add(Target.builder()
                .id("draft.t" + (targets.size() + 1))
                .name(LocalizedText.of(name + match.quote(), indicator.name().en() + ": " + english(quantity)))
                .sector(indicator.sector())
                .region(match.region())
                .strength(strength)
                .deadline(deadline)
                .indicator(indicator.id())
                .figure(quantity)
                .citation(Citation.of(document, ObservationDraft.section(match), match.quote()))
                .build());
    }

    /** Returns the indicator of the growth of another, with decimals enough for a figure. */
    Indicator growth(Indicator base, Quantity quantity) {
        int decimals = Math.max(
                DECIMALS,
                Math.max(
                        quantity.value().stripTrailingZeros().scale(),
                        Optional.ofNullable(growths.get(base.id()))
                                .map(Indicator::decimals)
                                .orElse(0)));
        Indicator growth = Indicator.builder()
                .id(base.id() + ".growth")
                .name(LocalizedText.of(
                        base.name().zh() + "增速",
                        "Growth of " + lowerFirst(base.name().en())))
                .sector(base.sector())
                .kind(IndicatorKind.GROWTH)
                .base(base.id())
                .unit(Unit.RATIO)
                .decimals(decimals)
                .direction(base.direction())
                .definition(LocalizedText.of(
                        "“" + base.name().zh() + "”比上年的增长率。",
                        "Rate of change on the year before of: " + base.name().en() + "."))
                .build();
        growths.put(base.id(), growth);
        return growth;
    }

    /** The first letter in lower case, unless the word is an abbreviation or a name: Gross, but R&D and Party. */
    static String lowerFirst(String english) {
        int end = english.indexOf(' ');
        String first = end < 0 ? english : english.substring(0, end);
        boolean plain = first.length() > 1
                && Character.isUpperCase(first.charAt(0))
                && first.chars().skip(1).noneMatch(c -> Character.isUpperCase(c) || c == '&')
                && !first.equals("Party");
        return plain ? Character.toLowerCase(english.charAt(0)) + english.substring(1) : english;
    }

    private static String english(Quantity quantity) {
        boolean percent = quantity.unit().isRatio();
        BigDecimal value = percent ? quantity.value().multiply(BigDecimal.valueOf(100)) : quantity.value();
        String code = quantity.unit().code();
        String unit = percent ? " %" : code.startsWith("count") || code.startsWith("raw:") ? "" : " " + code;
        Qualifier qualifier = quantity.qualifier();
        String before = switch (qualifier) {
            case EXACT -> "";
            case ABOUT -> "about ";
            case ABOVE -> "more than ";
            case BELOW -> "less than ";
            case AT_LEAST -> "at least ";
            case AT_MOST -> "at most ";
        };
        return before + value.stripTrailingZeros().toPlainString() + unit;
    }

    ImmutableList<Target> targets() {
        return ImmutableList.copyOf(targets);
    }

    ImmutableList<Indicator> growths() {
        return ImmutableList.copyOf(growths.values());
    }
}
