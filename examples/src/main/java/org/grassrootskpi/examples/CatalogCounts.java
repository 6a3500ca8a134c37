package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.grassrootskpi.model.Catalog;

/** Counts the elements of a catalogue, on one line. */
final class CatalogCounts {
    private CatalogCounts() {}

    static String of(Catalog catalog) {
        Map<String, Integer> counts = ImmutableMap.<String, Integer>builder()
                .put("documents", catalog.documents().size())
                .put("regions", catalog.regions().size())
                .put("sectors", catalog.sectors().size())
                .put("indicators", catalog.indicators().size())
                .put("observations", catalog.observations().size())
                .put("recognitions", catalog.recognitions().size())
                .put("projects", catalog.projects().size())
                .put("programmes", catalog.programmes().size())
                .put("targets", catalog.targets().size())
                .put("outcomes", catalog.outcomes().size())
                .buildOrThrow();
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }
}
