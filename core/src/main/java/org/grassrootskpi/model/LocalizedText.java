package org.grassrootskpi.model;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.Map;
import java.util.Optional;

/**
 * A name or a definition in one language or several, for example {@code 土地整备} and {@code Land readjustment}.
 *
 * <p>In a language that it lacks a text is read in the next one that it has: for {@code pt-BR} in {@code pt}, for {@code pt} in {@code
 * pt-BR}, else in its first language, which is the catalogue's first. No text is blank. Two texts are equal if they say the same in the
 * same languages. Immutable.
 */
public final class LocalizedText {
    private final ImmutableMap<Language, String> texts;

    private LocalizedText(ImmutableMap<Language, String> texts) {
        this.texts = texts;
    }

    /**
     * Returns a text in Chinese and in English.
     *
     * @param zh the Chinese text, not blank
     * @param en the English text, not blank
     * @return the pair
     * @throws IllegalStateException if one of them is blank
     */
    public static LocalizedText of(String zh, String en) {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalStateException("expected a text in zh and in en, got zh '" + zh + "' and en '" + en + "'");
        }
        return new LocalizedText(ImmutableMap.of(Language.ZH, zh, Language.EN, en));
    }

    /**
     * Returns a text in one language, to which {@link #with} adds others.
     *
     * @param language the language
     * @param text the text, not blank
     * @return the text
     * @throws IllegalStateException if it is blank
     */
    public static LocalizedText of(Language language, String text) {
        return of(ImmutableMap.of(language, text));
    }

    /**
     * Returns a text in several languages.
     *
     * @param texts one text or more, none blank; the first one is read in languages that are not there
     * @return the texts
     * @throws IllegalStateException if there is none, or one is blank
     */
    public static LocalizedText of(Map<Language, String> texts) {
        if (texts.isEmpty()) {
            throw new IllegalStateException("expected a text in one language or more, got none");
        }
        texts.forEach((language, text) -> {
            if (text.isBlank()) {
                throw new IllegalStateException("expected a text in " + language + ", got '" + text + "'");
            }
        });
        return new LocalizedText(ImmutableMap.copyOf(texts));
    }

    /**
     * Returns this text with one more language, or another text in one.
     *
     * @param language the language
     * @param text the text, not blank
     * @return the copy
     * @throws IllegalStateException if it is blank
     */
    public LocalizedText with(Language language, String text) {
        return of(ImmutableMap.<Language, String>builder()
                .putAll(texts)
                .put(language, text)
                .buildKeepingLast());
    }

    /** {@return the texts by their languages; the first one is read in languages that are not there} */
    public ImmutableMap<Language, String> texts() {
        return texts;
    }

    /** {@return the text in its first language, which is the catalogue's first} */
    public String first() {
        return texts.values().iterator().next();
    }

    /** {@return the Chinese text, as {@link #in} finds it} */
    public String zh() {
        return in(Language.ZH);
    }

    /** {@return the English text, as {@link #in} finds it} */
    public String en() {
        return in(Language.EN);
    }

    /**
     * Returns the text for readers of a language.
     *
     * @param language the language asked for
     * @return the text in it; else in a wider form of it (pt for pt-BR), in another form of the same language (pt-BR for pt), or in the
     *     first language of this text
     */
    public String in(Language language) {
        String text = texts.get(language);
        return text != null ? text : related(language).orElseGet(this::first);
    }

    private Optional<String> related(Language language) {
        for (Optional<Language> wider = language.wider(); wider.isPresent(); wider = wider.flatMap(Language::wider)) {
            String text = texts.get(wider.get());
            if (text != null) {
                return Optional.of(text);
            }
        }
        Language alone = language;
        for (Optional<Language> wider = language.wider(); wider.isPresent(); wider = wider.flatMap(Language::wider)) {
            alone = wider.get();
        }
        Language root = alone;
        return texts.entrySet().stream()
                .filter(text -> text.getKey().isKindOf(root))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /**
     * Returns this text for a catalogue of some languages, as a program adds its own words to the catalogue of somebody else.
     *
     * @param languages those of {@link Catalog#languages()}
     * @return this text where there are none; else without other languages, and in the first of them at least, for which the English
     *     text stands where there is no other
     */
    public LocalizedText within(ImmutableSet<Language> languages) {
        if (languages.isEmpty()) {
            return this;
        }
        ImmutableMap.Builder<Language, String> kept = ImmutableMap.builder();
        for (Language language : languages) {
            String text = texts.get(language);
            if (text != null) {
                kept.put(language, text);
            } else if (language.equals(languages.asList().get(0))) {
                kept.put(language, related(language).orElseGet(this::en));
            }
        }
        return new LocalizedText(kept.buildOrThrow());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LocalizedText that && texts.equals(that.texts);
    }

    @Override
    public int hashCode() {
        return texts.hashCode();
    }

    /** Returns the texts with their languages, for example {@code {zh=土地整备, en=Land readjustment}}. */
    @Override
    public String toString() {
        return texts.toString();
    }
}
