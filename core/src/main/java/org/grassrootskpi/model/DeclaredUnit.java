package org.grassrootskpi.model;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;
import org.grassrootskpi.quantity.UnitFactor;
import org.grassrootskpi.quantity.UnitVocabulary;
import org.immutables.value.Value;

/**
 * A unit of a catalogue's own beside those of the library, such as 工时, a currency or an acre: figures of the catalogue may be in it,
 * and it is nobody else's.
 *
 * <p>Without a {@link #base()} it measures something of its own. With one it is so and so many of another unit, into which its figures
 * convert.
 */
@Value.Immutable
public interface DeclaredUnit {
    /** The form of a code, as a regular expression. */
    String CODE_FORM = "([A-Za-z][A-Za-z0-9-]{0,31}|count:[\\p{L}\\p{M}]{1,16})";

    /**
     * Returns the code: Latin letters, digits and hyphens such as {@code KES}, or {@code count:} and a word such as {@code count:工时} for
     * what is counted one by one.
     *
     * @return unique among the units of a catalogue, and none of the library's
     */
    String code();

    /**
     * Returns how tables print the unit: a symbol or a short name.
     *
     * @return each text of it is read as the unit
     */
    LocalizedText name();

    /**
     * Returns other spellings that are read as the unit, such as a plural.
     *
     * @return possibly none
     */
    ImmutableList<String> aliases();

    /**
     * Returns the unit that this one is a multiple or a part of.
     *
     * @return a unit of the library such as m2 or 万元, or the code of one of the catalogue's; empty for a unit that converts into no other
     */
    Optional<String> base();

    /**
     * Returns how many of the base unit one of this unit is, exactly.
     *
     * @return above zero; present together with a base
     */
    Optional<UnitFactor> factor();

    /**
     * Returns whether the unit may also stand in front of its number, as a currency does.
     *
     * @return false unless said otherwise
     */
    @Value.Default
    default boolean front() {
        return false;
    }

    /**
     * Returns the units of the library and some declared ones, as the vocabulary of a catalogue that declares them.
     *
     * @param declared units, those left out that a catalogue would refuse
     * @return see {@link Catalog#unitVocabulary()}
     */
    static UnitVocabulary vocabulary(List<DeclaredUnit> declared) {
        return new DeclaredUnits(declared).vocabulary();
    }

    /**
     * Starts a unit.
     *
     * @return an empty builder
     */
    static Builder builder() {
        return new Builder();
    }

    /** Builds a {@link DeclaredUnit}; {@code build()} refuses a missing attribute by name. */
    final class Builder extends ImmutableDeclaredUnit.Builder {
        Builder() {}
    }
}
