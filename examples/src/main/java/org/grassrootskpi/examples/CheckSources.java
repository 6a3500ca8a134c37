package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.grassrootskpi.check.ReportCheck;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Target;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a report is checked against: earlier reports and a catalogue. */
final class CheckSources {
    @Option(
            names = "--previous",
            paramLabel = "FILE",
            description = "A report of the year before, or of a part of this year; may be given several times.")
    private List<String> previous = new ArrayList<>();

    @Option(
            names = "--against",
            paramLabel = "DIR",
            description = "A folder of catalogue files, with observations and targets to check against.")
    private @Nullable Path folder;

    @Option(
            names = "--region",
            paramLabel = "CODE",
            description =
                    "The statistical code of the region of that catalogue which the report is about (default: the only"
                            + " one that has observations or targets).")
    private @Nullable String region;

    boolean isGiven() {
        return !previous.isEmpty() || folder != null || region != null;
    }

    /** Adds them to a check. */
    ReportCheck addTo(ReportCheck check, PrintWriter err) throws IOException {
        ReportCheck added = check;
        for (String file : previous) {
            added = added.withPrevious(file, ReadReportCommand.read(file, err));
        }
        if (folder != null) {
            Catalog catalog = CatalogJson.readFolder(folder);
            added = added.against(folder.toString(), catalog, region == null ? onlyRegion(catalog) : region);
        } else if (region != null) {
            throw new IllegalArgumentException(
                    "--region " + region + " names a region of a catalogue: expected --against DIR too");
        }
        return added;
    }

    private String onlyRegion(Catalog catalog) {
        ImmutableSet.Builder<String> regions = ImmutableSet.builder();
        catalog.observations().stream().map(Observation::region).forEach(regions::add);
        catalog.targets().stream().map(Target::region).forEach(regions::add);
        ImmutableList<String> all = regions.build().asList();
        if (all.size() != 1) {
            throw new IllegalArgumentException(folder + " has figures of " + all.size()
                    + " regions: say with --region which one the report is about, for example --region "
                    + (all.isEmpty() ? "440307003" : all.get(0)));
        }
        return all.get(0);
    }
}
