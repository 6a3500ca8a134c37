package org.grassrootskpi.model;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/**
 * A language by its tag of BCP 47: {@code zh}, {@code en}, {@code fr}, {@code sw}, {@code pt-BR}, {@code zh-Hant}.
 *
 * <p>The names of a catalogue may be in any language. What this library says of its own is Chinese for {@linkplain #isChinese Chinese} and
 * English for all others. Immutable.
 */
public final class Language {
    /** The form of a tag, as a regular expression; not every tag of the form is one. */
    public static final String FORM = "[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*";

    /** Chinese. */
    public static final Language ZH = new Language("zh");

    /** English. */
    public static final Language EN = new Language("en");

    private final String tag;

    private Language(String tag) {
        this.tag = tag;
    }

    /**
     * Returns the language of a tag.
     *
     * @param tag a tag of BCP 47 in small or capital letters
     * @return the language, whose tag has the usual capital letters
     * @throws IllegalArgumentException if it is no tag
     */
    public static Language of(String tag) {
        String canonical = tag.matches(FORM) ? canonical(tag) : "";
        if (canonical.isEmpty() || canonical.equals("und")) {
            throw new IllegalArgumentException(
                    "Expected a language as a tag of BCP 47 such as zh, en, fr or pt-BR, got '" + tag + "'");
        }
        return canonical.equals(ZH.tag) ? ZH : canonical.equals(EN.tag) ? EN : new Language(canonical);
    }

    private static String canonical(String tag) {
        try {
            return new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
        } catch (IllformedLocaleException e) {
            return "";
        }
    }

    /**
     * Returns the language of a tag exactly as {@link #of} does, under the name that web frameworks and other converters of request
     * parameters look for.
     *
     * @param tag a tag of BCP 47
     * @return the language
     * @throws IllegalArgumentException if it is no tag
     */
    public static Language valueOf(String tag) {
        return of(tag);
    }

    /** {@return the tag, for example {@code pt-BR}} */
    public String tag() {
        return tag;
    }

    /** {@return whether this is Chinese in any form, for which this library's own words are Chinese} */
    public boolean isChinese() {
        return isKindOf(ZH);
    }

    /** {@return the language of this library's own words for readers of this one: Chinese or English} */
    public Language ofWords() {
        return isChinese() ? ZH : EN;
    }

    /**
     * {@return whether this is another language or one form of it, as zh-Hant is of zh}
     *
     * @param other a language
     */
    public boolean isKindOf(Language other) {
        return tag.equals(other.tag) || tag.startsWith(other.tag + "-");
    }

    /** Returns the language without the last part of its tag: zh-Hant of zh-Hant-TW; empty for a language alone. */
    Optional<Language> wider() {
        int last = tag.lastIndexOf('-');
        return last < 0 ? Optional.empty() : Optional.of(new Language(tag.substring(0, last)));
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Language that && tag.equals(that.tag));
    }

    @Override
    public int hashCode() {
        return tag.hashCode();
    }

    /** Returns the tag. */
    @Override
    public String toString() {
        return tag;
    }
}
