package org.grassrootskpi.examples.demo;

import com.google.common.collect.ImmutableMap;
import com.google.common.io.ByteSource;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.CatalogException;

/** Reads a file with mistakes: all of them are reported at once, each with its location. */
final class SeeAllProblems {
    private SeeAllProblems() {}

    static void run(PrintWriter out) {
        String json = """
                {
                  "sectors": [
                    {"id": "land", "nmae": {"zh": "土地", "en": "Land"}},
                    {"id": "city", "name": {"zh": "城区"}},
                    {"id": "livelihood", "name": {"zh": "民生", "en": "Livelihood"}, "parent": null}
                  ]
                }
                """;
        try {
            CatalogJson.read(ImmutableMap.of("mine.json", ByteSource.wrap(json.getBytes(StandardCharsets.UTF_8))));
        } catch (CatalogException e) {
            e.problems().forEach(problem -> out.println(problem.describe()));
        }
    }
}
