package org.grassrootskpi.model;

import org.immutables.value.Value;

/**
 * A name or a definition in Chinese and in English, for example {@code 土地整备} and {@code Land readjustment}.
 *
 * <p>Both are required and neither may be blank: a catalogue is read by people of both languages.
 */
@Value.Immutable
public interface LocalizedText {
    /**
     * Returns the Chinese text.
     *
     * @return never blank
     */
    @Value.Parameter
    String zh();

    /**
     * Returns the English text.
     *
     * @return never blank
     */
    @Value.Parameter
    String en();

    /**
     * Returns the text in one of the two languages.
     *
     * @param language which one
     * @return the text in that language
     */
    default String in(Language language) {
        return language == Language.ZH ? zh() : en();
    }

    /**
     * Returns a text in both languages.
     *
     * @param zh the Chinese text, not blank
     * @param en the English text, not blank
     * @return the pair
     * @throws IllegalStateException if one of them is blank
     */
    static LocalizedText of(String zh, String en) {
        return ImmutableLocalizedText.of(zh, en);
    }

    /** Refuses blank texts. */
    @Value.Check
    default void check() {
        if (zh().isBlank() || en().isBlank()) {
            throw new IllegalStateException(
                    "expected a text in zh and in en, got zh '" + zh() + "' and en '" + en() + "'");
        }
    }
}
