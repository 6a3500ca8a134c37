package org.grassrootskpi.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.json.JsonText.TooLargeException;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.DeclaredUnit;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.quantity.UnitVocabulary;

/**
 * What must be known before the elements of a catalogue are read, whichever of its files says it: the units of their figures, and the
 * languages of their texts.
 *
 * @param units the units of the library and of the files
 * @param languages the languages in their order; none where no file names any
 */
record CatalogPrelude(UnitVocabulary units, ImmutableSet<Language> languages) {
    /** What holds without a file. */
    static final CatalogPrelude NONE = new CatalogPrelude(UnitVocabulary.standard(), ImmutableSet.of());

    static CatalogPrelude of(Catalog catalog) {
        return new CatalogPrelude(catalog.unitVocabulary(), catalog.languages());
    }

    /**
     * Returns what files say. What is wrong with a file is passed over here, because it is reported when all of the file is read.
     *
     * @param texts the texts of the files by their names
     */
    static CatalogPrelude in(Map<String, String> texts) {
        List<DeclaredUnit> units = new ArrayList<>();
        CatalogLanguages languages = new CatalogLanguages();
        texts.forEach((name, text) -> {
            if (names(text, CatalogPart.UNITS.name()) || names(text, CatalogLanguages.PROPERTY)) {
                read(new JsonText(name, text), name, units, languages);
            }
        });
        return units.isEmpty() && languages.chosen().isEmpty()
                ? NONE
                : new CatalogPrelude(DeclaredUnit.vocabulary(units), languages.chosen());
    }

    private static boolean names(String text, String property) {
        return text.contains('"' + property + '"');
    }

    private static void read(JsonText text, String name, List<DeclaredUnit> units, CatalogLanguages languages) {
        try {
            JsonNode root = text.parse();
            languages.read(root, name, problem -> {});
            JsonNode array = root.path(CatalogPart.UNITS.name());
            for (int i = 0; i < array.size() && array.isArray(); i++) {
                if (array.get(i).isObject()) {
                    ElementReader.read(array.get(i), DeclaredUnit.class, "", new ArrayList<>())
                            .ifPresent(units::add);
                }
            }
        } catch (TooLargeException | IOException e) {
            // reported when the whole file is read
        }
    }
}
