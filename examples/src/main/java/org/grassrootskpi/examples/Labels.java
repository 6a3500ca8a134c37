package org.grassrootskpi.examples;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.quantity.Unit;

/** The words of the commands' output in one language: those of the bundle {@code labels}. */
final class Labels {
    private static final String COUNTED = "count:";

    private final Language language;
    private final ResourceBundle bundle;

    Labels(Language language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "org.grassrootskpi.examples.labels",
                Locale.forLanguageTag(language.ofWords().tag()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Language language() {
        return language;
    }

    /** Returns the words of a key, with arguments in the places of {0}, {1} and so on. */
    String of(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }

    /** Returns the words of a constant: those of the key {@code prefix.NAME}. */
    String of(String prefix, Enum<?> constant) {
        return bundle.getString(prefix + "." + constant.name());
    }

    /** Returns the usual word for the region whose parts are compared by a rank; empty for a level that has none. */
    Optional<String> scope(RegionLevel level) {
        String key = "scope." + level;
        return bundle.containsKey(key) ? Optional.of(bundle.getString(key)) : Optional.empty();
    }

    /** Returns the words for the name of a level, or the name itself where it is one of the user's own. */
    String level(String name) {
        return bundle.containsKey("level." + name) ? bundle.getString("level." + name) : name;
    }

    /** Returns the name of a base unit: 元 or CNY, the measure word of what is counted, empty for a bare number. */
    String unit(Unit base) {
        String code = base.code();
        if (code.startsWith(COUNTED)) {
            return code.substring(COUNTED.length());
        }
        return bundle.containsKey("unit." + code) ? bundle.getString("unit." + code) : code;
    }
}
