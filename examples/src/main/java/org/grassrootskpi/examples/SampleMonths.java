package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.grassrootskpi.csv.ObservationCsv;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.progress.TargetFigures;
import org.grassrootskpi.table.ObservationTable;

/** An invented subdistrict in 2025: its commitments, what became of them month by month, and the figures of its communities. */
final class SampleMonths {
    private static final String FOLDER = "monthly/";
    private static final String FIGURES = "figures-2025.csv";

    private SampleMonths() {}

    /** Returns the catalogue with the figures of its communities, rolled up to what each commitment is about. */
    static Catalog load() throws IOException {
        ImmutableMap.Builder<String, ByteSource> files = ImmutableMap.builder();
        for (String name : names()) {
            files.put(name, resource(name));
        }
        Catalog catalog = CatalogJson.read(files.buildOrThrow());
        return TargetFigures.addTo(catalog, figures(catalog));
    }

    /** Returns the figures of the communities, month by month. */
    static ObservationTable figures(Catalog catalog) throws IOException {
        return ObservationCsv.reader(catalog).read(resource(FIGURES), FIGURES).table();
    }

    private static List<String> names() {
        try {
            return resource("files.txt").asCharSource(StandardCharsets.UTF_8).readLines().stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ByteSource resource(String name) {
        return Resources.asByteSource(Resources.getResource(SampleMonths.class, FOLDER + name));
    }
}
