package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Who answers for a target, a project or an indicator (责任单位, 配合单位, 分管领导). Names are as printed: two spellings are two
 * units.
 */
@Value.Immutable
public interface Responsibility {
    /**
     * Returns the unit in charge.
     *
     * @return its name
     */
    String unit();

    /**
     * Returns the units that support it.
     *
     * @return their names, perhaps none
     */
    ImmutableList<String> supporting();

    /**
     * Returns the leader to whom it belongs.
     *
     * @return a name or an office, or empty
     */
    Optional<String> leader();

    /**
     * Starts a responsibility.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Responsibility}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableResponsibility.Builder {
        Builder() {}
    }
}
