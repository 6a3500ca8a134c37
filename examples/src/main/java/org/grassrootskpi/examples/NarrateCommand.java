package org.grassrootskpi.examples;

import com.google.common.collect.HashMultiset;
import com.google.common.collect.Multiset;
import com.google.common.collect.Multisets;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.model.Sector;
import org.grassrootskpi.publish.SectorSummary;
import org.grassrootskpi.time.TimePeriod;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Words a catalogue sector by sector. */
@Command(
        name = "narrate",
        mixinStandardHelpOptions = true,
        description = "A paragraph for each sector from its figures, in our own words.")
final class NarrateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Option(
            names = "--lang",
            defaultValue = "en",
            description = "Language: zh or en, or one of the catalogue's names such as fr (default: en).")
    private Language language = Language.EN;

    @Option(names = "--sector", description = "The id of one sector; without it each top sector.")
    private @Nullable String sector;

    @Option(names = "--region", description = "The code of a region (default: the one with the most figures).")
    private @Nullable String region;

    @Option(names = "--period", description = "A period, such as 2024 (default: that of the last report).")
    private @Nullable String period;

    @Mixin
    private final CatalogOption catalogOption = new CatalogOption();

    @Override
    public Integer call() {
        Catalog catalog = catalogOption.load();
        TimePeriod of = Optional.ofNullable(period)
                .map(TimePeriod::parse)
                .or(() -> last(catalog))
                .orElseThrow(() -> new IllegalArgumentException(
                        "The catalogue has no document whose period could be meant: name one with --period"));
        String where = region != null ? catalog.region(region).code() : mostObserved(catalog, of);
        List<Sector> sectors = sector == null ? catalog.topSectors() : List.of(catalog.sector(sector));
        PrintWriter out = spec.commandLine().getOut();
        boolean isFirst = true;
        for (Sector one : sectors) {
            String text = SectorSummary.of(catalog, one.id(), where, of, language);
            if (!text.isEmpty()) {
                out.print(isFirst ? "" : System.lineSeparator());
                out.println(one.name().in(language));
                out.println(text);
                isFirst = false;
            }
        }
        if (isFirst) {
            throw new IllegalArgumentException("There is no figure of " + where + " in " + of
                    + (sector == null ? "" : " in the sector '" + sector + "'")
                    + ": ask for another --region, --period or --sector");
        }
        return 0;
    }

    private static Optional<TimePeriod> last(Catalog catalog) {
        return catalog.documents().stream()
                .map(Document::period)
                .reduce((a, b) -> a.lastDay().isBefore(b.lastDay()) ? b : a);
    }

    private static String mostObserved(Catalog catalog, TimePeriod period) {
        Multiset<String> regions = HashMultiset.create();
        catalog.observations().stream()
                .filter(observation -> observation.period().equals(period))
                .map(Observation::region)
                .forEach(regions::add);
        return Multisets.copyHighestCountFirst(regions).elementSet().stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The catalogue has no observation of " + period + ": name another with --period"));
    }
}
