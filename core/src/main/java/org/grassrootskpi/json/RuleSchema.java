package org.grassrootskpi.json;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableSet;
import com.google.common.io.ByteSource;
import org.grassrootskpi.assess.AttainmentRule;
import org.grassrootskpi.assess.Escalation;
import org.grassrootskpi.assess.Levels;
import org.grassrootskpi.assess.PlanPath;
import org.grassrootskpi.assess.Schedule;
import org.grassrootskpi.progress.ProgressRule;
import org.grassrootskpi.score.Normalisation;
import org.grassrootskpi.score.Scorecard;
import org.grassrootskpi.score.ScoringFunction;
import org.grassrootskpi.text.OwnResource;

/**
 * The JSON Schemas (draft 2020-12) of files that hold a rule: with one an editor completes property names, explains them, and marks what
 * {@link RuleJson} would refuse.
 *
 * <p>They are generated from the classes and describe the form of a file. Whether weights add up, levels leave no hole and ids are unique
 * is checked by {@link RuleJson} alone.
 */
public final class RuleSchema {
    private static final ImmutableSet<Class<?>> TYPES = ImmutableSet.of(
            AttainmentRule.class,
            Escalation.class,
            Levels.class,
            Normalisation.class,
            PlanPath.class,
            ProgressRule.class,
            Schedule.class,
            Scorecard.class,
            ScoringFunction.class);

    private RuleSchema() {}

    /** {@return the types of rules that have a schema} */
    public static ImmutableSet<Class<?>> types() {
        return TYPES;
    }

    /**
     * {@return the schema of files that hold a rule: a JSON text in UTF-8, read from this module}
     *
     * @param type the type of the rule
     * @throws IllegalArgumentException if it is none of {@link #types}
     */
    public static ByteSource of(Class<?> type) {
        if (!TYPES.contains(type)) {
            throw new IllegalArgumentException("Expected a type of RuleSchema.types(), got " + type.getName());
        }
        String file = file(type);
        return OwnResource.of(file, () -> RuleSchema.class.getResourceAsStream(file));
    }

    /** Returns the name of the file of a type: {@code plan-path.schema.json}. */
    static String file(Class<?> type) {
        return CaseFormat.UPPER_CAMEL.to(CaseFormat.LOWER_HYPHEN, type.getSimpleName()) + ".schema.json";
    }
}
