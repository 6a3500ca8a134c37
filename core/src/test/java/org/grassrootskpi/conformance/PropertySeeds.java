package org.grassrootskpi.conformance;

import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyAttributes;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Gives every jqwik property the seeds of {@link Seeds}; jqwik finds it as a service. */
public final class PropertySeeds implements AroundPropertyHook {
    private static final String USUAL_SEED = "1";
    private static final int USUAL_TRIES = 250;

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyAttributes attributes = context.attributes();
        Long one = Seeds.one();
        attributes.setTries(Seeds.tries(attributes.tries().orElse(USUAL_TRIES)));
        if (one != null) {
            attributes.setSeed(one.toString());
        } else if (!Seeds.areFresh()) {
            attributes.setSeed(USUAL_SEED);
        }
        PropertyExecutionResult result = property.execute();
        if (result.status() == PropertyExecutionResult.Status.FAILED) {
            System.out.println("Replay with -Dtest=" + context.containerClass().getSimpleName() + "#"
                    + context.targetMethod().getName() + " -Dgrassroots.seed="
                    + result.seed().orElse(USUAL_SEED));
        }
        return result;
    }
}
