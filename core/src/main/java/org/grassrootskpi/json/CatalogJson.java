package org.grassrootskpi.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.io.ByteSource;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.CatalogException;

/**
 * Reads catalogues from JSON and writes them.
 *
 * <p>Every method that reads throws one {@link CatalogException} with all problems of all files, or returns a complete
 * catalogue. Thread-safe.
 */
public final class CatalogJson {
    /** The largest file that is read, in bytes: 16 MiB, some forty thousand observations. */
    public static final int MAX_FILE_BYTES = 16 << 20;

    /** The deepest nesting of objects and arrays that is read; the model itself needs no more than seven. */
    public static final int MAX_DEPTH = 32;

    /** The largest number of files in a folder. */
    public static final int MAX_FILES = 1000;

    /** The number of problems that are described; further ones are only counted. */
    public static final int MAX_PROBLEMS = 1000;

    /** The number of problems that are counted before the reading of elements ends. */
    static final int MOST_COUNTED = 100_000;

    static final int MAX_TOKENS = 1 << 22;
    static final int MAX_TEXT = 1 << 16;
    static final int MAX_DIGITS = 100;

    private CatalogJson() {}

    /**
     * Reads all files of a folder whose names end in {@code .json}, in the order of their names, as one catalogue.
     * Folders inside it and other files are ignored. A name that ends so but does not denote a file (a folder, a pipe, a
     * device, a broken link) is refused, so that nothing is left out silently.
     *
     * @param folder the folder
     * @return the catalogue
     * @throws CatalogException if the folder or a file cannot be read, or anything in them is wrong
     */
    public static Catalog readFolder(Path folder) {
        return read(CatalogFiles.in(folder));
    }

    /**
     * Reads a catalogue from one file.
     *
     * @param file the file
     * @return the catalogue
     * @throws CatalogException if the file cannot be read, or anything in it is wrong
     */
    public static Catalog readFile(Path file) {
        return read(CatalogFiles.one(file));
    }

    /**
     * Reads a catalogue from named sources, such as resources of a jar.
     *
     * @param sources the sources by the names that problems shall give them, read in the order of the map
     * @return the catalogue
     * @throws CatalogException if a source cannot be read, or anything in them is wrong
     */
    public static Catalog read(Map<String, ByteSource> sources) {
        return new CatalogReader().read(sources);
    }

    /**
     * Writes a catalogue as one JSON text that {@link #read(Map)} reads back to an equal one.
     *
     * @param catalog the catalogue
     * @return indented by two blanks, with line feeds, without empty properties
     * @throws IllegalArgumentException if an element would not be read back: a unit is none of
     *     {@link Catalog#unitVocabulary()}, or a text has invisible characters
     */
    public static String toJson(Catalog catalog) {
        return text(toTree(catalog));
    }

    /**
     * Writes what a catalogue has in addition to another: a file that, read after the files of the other, gives it again. So
     * a catalogue grows by files, and none is ever altered.
     *
     * @param base the catalogue that is written already
     * @param extended the same elements in the same order, each followed by any others of its sort
     * @return in the form of {@link #toJson(Catalog)}; an object without properties where nothing is added
     * @throws IllegalArgumentException if an element of the base is missing, altered or at another place, or one that is
     *     added would not be read back
     */
    public static String toJsonAdditions(Catalog base, Catalog extended) {
        if (base.vintagePreference() != extended.vintagePreference()) {
            throw new IllegalArgumentException("Expected catalogues of one " + CatalogPreference.PROPERTY + ", got "
                    + base.vintagePreference() + " and " + extended.vintagePreference());
        }
        if (!base.languages().asList().equals(extended.languages().asList())) {
            throw new IllegalArgumentException("Expected catalogues of the same " + CatalogLanguages.PROPERTY + ", got "
                    + base.languages() + " and " + extended.languages());
        }
        ObjectNode root = StrictMapper.INSTANCE.createObjectNode();
        for (CatalogPart<?> part : CatalogPart.ALL) {
            ArrayNode added = additions(part, base, extended);
            if (!added.isEmpty()) {
                root.set(part.name(), added);
            }
        }
        return text(root);
    }

    private static <T> ArrayNode additions(CatalogPart<T> part, Catalog base, Catalog extended) {
        ImmutableList<T> before = part.of(base);
        ImmutableList<T> all = part.of(extended);
        for (int i = 0; i < before.size(); i++) {
            if (i >= all.size() || !before.get(i).equals(all.get(i))) {
                throw new IllegalArgumentException(part.name() + "[" + i
                        + "] of the base is missing, altered or at another place in the other catalogue: expected the"
                        + " same elements, and others behind them");
            }
        }
        return array(part, all.subList(before.size(), all.size()), StrictMapper.reader(CatalogPrelude.of(extended)));
    }

    private static String text(ObjectNode root) {
        ObjectWriter writer = StrictMapper.INSTANCE.writer(StrictMapper.INDENTED);
        try {
            return writer.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ObjectNode toTree(Catalog catalog) {
        ObjectNode root = StrictMapper.INSTANCE.createObjectNode();
        CatalogPreference.write(catalog, root);
        CatalogLanguages.write(catalog, root);
        ObjectReader reader = StrictMapper.reader(CatalogPrelude.of(catalog));
        for (CatalogPart<?> part : CatalogPart.ALL) {
            if (!part.of(catalog).isEmpty()) {
                root.set(part.name(), array(part, catalog, reader));
            }
        }
        return root;
    }

    private static <T> ArrayNode array(CatalogPart<T> part, Catalog catalog, ObjectReader reader) {
        return array(part, part.of(catalog), reader);
    }

    private static <T> ArrayNode array(CatalogPart<T> part, List<T> elements, ObjectReader reader) {
        ArrayNode array = StrictMapper.INSTANCE.createArrayNode();
        for (T element : elements) {
            JsonNode json = StrictMapper.INSTANCE.valueToTree(element);
            String path = part.name() + "[" + array.size() + "]";
            JsonText.check(json, (at, message) -> {
                throw unwritable(path + (at.isEmpty() ? "" : "." + at), message);
            });
            try {
                if (!reader.treeToValue(json, part.type()).equals(element)) {
                    throw unwritable(path, "'" + json + "' would be read back as another");
                }
            } catch (JsonMappingException e) {
                throw unwritable(
                        path,
                        JsonProblems.message(e)
                                + "; files know the units of UnitVocabulary.standard(), and those that the catalogue declares");
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
            array.add(json);
        }
        return array;
    }

    private static IllegalArgumentException unwritable(String path, String message) {
        return new IllegalArgumentException(path + " cannot be written so that it is read back: " + message);
    }
}
