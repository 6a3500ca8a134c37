package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.immutables.value.Value;

/** A standing way of working with a name, such as 民意速办 or 河湖长制: it has no end, but indicators measure it. */
@Value.Immutable
public interface Programme {
    /** The type of a programme. */
    enum Type {
        /** A system, a rule, a service or a standing arrangement: 河湖长制, 企业服务日. */
        MECHANISM,
        /** A campaign: 三年行动, 专项整治. */
        ACTION,
        /** A brand, a series or a column under a name: 《商在平湖》, “平福仔”. */
        BRAND,
        /** A slogan under which other work is done: 揭榜挂帅赋动能. Nothing measures it. */
        MOTTO
    }

    /**
     * Returns the id by which others refer to it.
     *
     * @return unique among the programmes of a catalogue
     */
    String id();

    /**
     * Returns the name.
     *
     * @return in both languages
     */
    LocalizedText name();

    /**
     * Returns the type of the programme.
     *
     * @return {@link Type#MECHANISM} unless said otherwise
     */
    @Value.Default
    default Type type() {
        return Type.MECHANISM;
    }

    /**
     * Returns the programme that it is a part of.
     *
     * @return the id of a {@link Programme}, or empty
     */
    Optional<String> partOf();

    /**
     * Returns the sector that it belongs to.
     *
     * @return the id of a {@link Sector}
     */
    String sector();

    /**
     * Returns other names under which reports print it.
     *
     * @return in Chinese, possibly empty
     */
    ImmutableList<String> aliases();

    /**
     * Returns its parts, as far as documents name them. A part that is a programme itself names this one as
     * {@link #partOf()}.
     *
     * @return possibly empty
     */
    ImmutableList<LocalizedText> components();

    /**
     * Returns the indicators that measure it.
     *
     * @return ids of {@link Indicator}s, possibly empty
     */
    ImmutableList<String> indicators();

    /**
     * Returns the places where documents name it.
     *
     * @return at least one citation
     */
    ImmutableList<Citation> citations();

    /**
     * Returns a note for readers.
     *
     * @return in both languages, or empty
     */
    Optional<LocalizedText> note();

    /**
     * Starts a programme.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link Programme}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableProgramme.Builder {
        Builder() {}
    }
}
