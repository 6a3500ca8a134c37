package org.grassrootskpi.check;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.text.DefinitionLines;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a check, for example {@code growth.base}: what it is called, how grave its findings are, whether it is applied,
 * and how much it tolerates. The relation that it checks is chosen by its id; all else is data, that of {@code rules.tsv}.
 *
 * <pre>{@code
 * ReportCheck strict = ReportCheck.standard().with(CheckRule.of("growth.base").withTolerance(BigDecimal.ZERO));
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 */
public final class CheckRule {
    private static final String RESOURCE = "rules.tsv";

    private final String id;
    private final CheckLevel level;
    private final boolean isOn;
    private final BigDecimal tolerance;
    private final LocalizedText title;
    private final LocalizedText documentation;

    private CheckRule(
            String id,
            CheckLevel level,
            boolean isOn,
            BigDecimal tolerance,
            LocalizedText title,
            LocalizedText documentation) {
        this.id = id;
        this.level = level;
        this.isOn = isOn;
        this.tolerance = tolerance;
        this.title = title;
        this.documentation = documentation;
    }

    /**
     * Returns all rules, also those that are off.
     *
     * @return the rules of the resource in its order
     */
    public static ImmutableList<CheckRule> standard() {
        return Standard.RULES.values().asList();
    }

    /**
     * Returns a standard rule.
     *
     * @param id for example {@code growth.base}
     * @return the rule
     * @throws IllegalArgumentException if there is no such rule; the message names those there are
     */
    public static CheckRule of(String id) {
        CheckRule rule = Standard.RULES.get(id);
        if (rule == null) {
            throw new IllegalArgumentException(
                    "Unknown rule '" + id + "': expected one of " + String.join(", ", Standard.RULES.keySet()));
        }
        return rule;
    }

    /**
     * Returns the name by which it is chosen and reported.
     *
     * @return lower case words and hyphens around one dot
     */
    public String id() {
        return id;
    }

    /**
     * Returns how grave its findings are.
     *
     * @return the gravest level that it gives
     */
    public CheckLevel level() {
        return level;
    }

    /**
     * Returns whether it is applied.
     *
     * @return false for a rule that is switched off
     */
    public boolean isOn() {
        return isOn;
    }

    /**
     * Returns by how much a figure must differ from what others imply, beyond all rounding, for the finding to have the level of
     * the rule; if it differs by less, the finding is one level lower. Figures that were cut off instead of rounded differ by
     * less than half a step.
     *
     * @return steps of the last printed place of the figure, 0 or more
     */
    public BigDecimal tolerance() {
        return tolerance;
    }

    /**
     * Returns what it finds, in a few words.
     *
     * @return a title in both languages
     */
    public LocalizedText title() {
        return title;
    }

    /**
     * Returns what it checks, on what condition, and what it leaves out.
     *
     * @return sentences in both languages
     */
    public LocalizedText documentation() {
        return documentation;
    }

    /**
     * Returns this rule with another level.
     *
     * @param other the gravest level of its findings
     * @return the changed rule
     */
    public CheckRule withLevel(CheckLevel other) {
        return new CheckRule(id, other, isOn, tolerance, title, documentation);
    }

    /**
     * Returns this rule with another tolerance.
     *
     * @param steps steps of the last printed place, 0 or more
     * @return the changed rule
     * @throws IllegalArgumentException if it is negative
     */
    public CheckRule withTolerance(BigDecimal steps) {
        if (steps.signum() < 0) {
            throw new IllegalArgumentException("Expected a tolerance of 0 or more steps, got " + steps);
        }
        return new CheckRule(id, level, isOn, steps, title, documentation);
    }

    /**
     * Returns this rule switched on or off.
     *
     * @param on whether it is applied
     * @return the changed rule
     */
    public CheckRule switched(boolean on) {
        return new CheckRule(id, level, on, tolerance, title, documentation);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CheckRule that
                && id.equals(that.id)
                && level == that.level
                && isOn == that.isOn
                && tolerance.compareTo(that.tolerance) == 0
                && title.equals(that.title)
                && documentation.equals(that.documentation);
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, level, isOn, tolerance.stripTrailingZeros());
    }

    /** Returns the id and the level. */
    @Override
    public String toString() {
        return id + " (" + level.name().toLowerCase(Locale.ROOT) + (isOn ? ")" : ", off)");
    }

    private static final class Standard {
        static final ImmutableMap<String, CheckRule> RULES = read();

        private static ImmutableMap<String, CheckRule> read() {
            ImmutableMap.Builder<String, CheckRule> rules = ImmutableMap.builder();
            for (DefinitionLines.Line line :
                    DefinitionLines.ofResource(CheckRule.class.getResourceAsStream(RESOURCE), RESOURCE)) {
                String on = line.field(2, "on or off");
                if (!on.equals("on") && !on.equals("off")) {
                    throw line.refused("on or off", on);
                }
                String id = line.field(0, "an id");
                rules.put(
                        id,
                        new CheckRule(
                                id,
                                CheckLevel.valueOf(line.field(1, "a level")),
                                on.equals("on"),
                                new BigDecimal(line.field(3, "a tolerance")),
                                LocalizedText.of(line.field(4, "a Chinese title"), line.field(5, "an English title")),
                                LocalizedText.of(
                                        line.field(6, "a Chinese documentation"),
                                        line.field(7, "an English documentation"))));
            }
            return rules.buildOrThrow();
        }
    }
}
