package org.grassrootskpi.examples;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import com.google.common.io.MoreFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.grassrootskpi.divisions.Division;
import org.grassrootskpi.divisions.Divisions;
import org.grassrootskpi.files.NewFolder;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.json.CatalogSchema;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.RegionLevel;
import org.grassrootskpi.text.OwnResource;

/** The folder that a new catalogue starts from: templates filled with the regions of one place. */
final class StarterFolder {
    /** Resources next to this class, in which {@code {{names}}} in braces are replaced. */
    private static final ImmutableList<String> TEMPLATES = ImmutableList.of(
            "README.md",
            "README.zh-CN.md",
            "1-documents.json",
            "2-regions.json",
            "3-sectors.json",
            "4-indicators.json",
            "5-observations.json",
            "6-projects-and-targets.json");

    private StarterFolder() {}

    /**
     * Writes the folder.
     *
     * @param china the divisions
     * @param place the place that the catalogue is about
     * @param folder a folder that is empty or not there
     * @return the catalogue that the folder holds
     * @throws IllegalArgumentException if something is in the way; then nothing is written
     */
    static Catalog write(Divisions china, Division place, Path folder) throws IOException {
        ImmutableMap<String, String> values = values(china, place);
        NewFolder.write(folder, whole -> fill(whole, values));
        return CatalogJson.readFolder(folder);
    }

    private static void fill(Path folder, Map<String, String> values) throws IOException {
        Files.createDirectories(folder.resolve("schema"));
        for (String name : TEMPLATES) {
            Files.writeString(folder.resolve(name), fill(template(name), values));
        }
        CatalogSchema.json().copyTo(MoreFiles.asByteSink(folder.resolve("schema/catalog.schema.json")));
    }

    private static ImmutableMap<String, String> values(Divisions china, Division place) throws IOException {
        String township = china.subtree(place.code()).stream()
                .filter(division -> division.level().equals(RegionLevel.TOWNSHIP))
                .findFirst()
                .orElse(place)
                .code();
        return ImmutableMap.of(
                "region", place.code(),
                "name", place.name(),
                "path", place.path(),
                "township", township,
                "regions", regions(china, place));
    }

    /** The regions as catalogue files have them, one a line. */
    private static String regions(Divisions china, Division place) throws IOException {
        Catalog regions =
                Catalog.builder().addAllRegions(china.regions(place.code())).build();
        return Streams.stream(new JsonMapper()
                        .readTree(CatalogJson.toJson(regions))
                        .get("regions")
                        .elements())
                .map(Object::toString)
                .collect(joining(",\n    "));
    }

    private static String fill(String template, Map<String, String> values) {
        String text = template;
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return text;
    }

    private static String template(String name) throws IOException {
        String path = "starter/" + name;
        return OwnResource.of(path, () -> StarterFolder.class.getResourceAsStream(path))
                .asCharSource(StandardCharsets.UTF_8)
                .read();
    }
}
