package org.grassrootskpi.update;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Document;
import org.grassrootskpi.model.LocalizedText;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.report.WorkReport;
import org.grassrootskpi.time.TimePeriod;

/** Finds out whether a report is one of the place of a catalogue, and not yet in it. */
final class UpdateScope {
    private static final Pattern YEAR = Pattern.compile("20[0-9]{2}");

    private UpdateScope() {}

    static TimePeriod period(WorkReport report) {
        if (report.text().isBlank()) {
            throw new IllegalArgumentException("The report is empty: expected the text of a report");
        }
        return report.period()
                .orElseThrow(() -> new IllegalArgumentException("The report names no year in its title or its headings:"
                        + " expected the period that it looks back on"));
    }

    /** The region that most observations, or else most targets, of a catalogue are of. */
    static Region home(Catalog catalog) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        catalog.observations().forEach(of -> counts.merge(of.region(), 1, Integer::sum));
        if (counts.isEmpty()) {
            catalog.targets().forEach(of -> counts.merge(of.region(), 1, Integer::sum));
        }
        return counts.entrySet().stream()
                .max(Comparator.comparingInt(Map.Entry::getValue))
                .map(most -> catalog.region(most.getKey()))
                .orElseThrow(
                        () -> new IllegalArgumentException("The catalogue has neither values nor targets, so it says"
                                + " of no region what a report could be about: expected that of an earlier report"));
    }

    static void check(WorkReport report, Catalog catalog, TimePeriod period, Region region) {
        if (report.clauses().isEmpty()) {
            throw new IllegalArgumentException("The report is empty: expected the text of a report");
        }
        Optional<String> place = report.place().filter(named -> !isOf(named, region, catalog));
        if (place.isPresent()) {
            throw new IllegalArgumentException("The report is of " + place.get() + ", and the catalogue of "
                    + region.name().zh() + " (" + region.code()
                    + "): expected a report of the same place, or the catalogue of "
                    + place.get());
        }
        for (Document document : catalog.documents()) {
            boolean same = document.id().equals(id(period))
                    || (document.period().equals(period)
                            && (document.plannedPeriod().isPresent()
                                    || report.title()
                                            .equals(Optional.of(document.title().zh()))));
            if (same) {
                throw new IllegalArgumentException("The catalogue has a report on " + period + " already: document '"
                        + document.id() + "' (" + document.title().zh()
                        + "). Correct what it added by hand, or take its file out of the folder first");
            }
        }
    }

    /** 深圳市龙岗区平湖街道 is 平湖街道: what stands in front of its name are the names of regions above it. */
    private static boolean isOf(String named, Region region, Catalog catalog) {
        String rest = named.endsWith("办事处") ? named.substring(0, named.length() - 3) : named;
        if (!rest.endsWith(region.name().zh())) {
            return false;
        }
        rest = rest.substring(0, rest.length() - region.name().zh().length());
        for (Optional<Region> above = region.parent().map(catalog::region);
                above.isPresent();
                above = above.get().parent().map(catalog::region)) {
            rest = rest.replace(above.get().name().zh(), "");
        }
        return rest.isEmpty();
    }

    private static String id(TimePeriod period) {
        return "report-" + period.toString().toLowerCase(Locale.ROOT);
    }

    /** The document of a draft, with what the last report of the place says of its publisher and its title. */
    static Document document(Document drafted, Catalog catalog, Region region) {
        Optional<Document> last = catalog.documents().stream()
                .filter(document -> document.plannedPeriod().isPresent())
                .max(Comparator.comparing(document -> document.period().lastDay()));
        Document.Builder document = Document.builder().from(drafted).id(id(drafted.period()));
        if (last.isPresent()) {
            Document before = last.get();
            int years = drafted.period().year() - before.period().year();
            boolean same =
                    shifted(before.title().zh(), years).equals(drafted.title().zh());
            document.publisher(before.publisher())
                    .title(LocalizedText.of(
                            drafted.title().zh(),
                            same
                                    ? shifted(before.title().en(), years)
                                    : "Report on " + drafted.period() + ", "
                                            + region.name().en()));
        }
        return document.build();
    }

    private static String shifted(String text, int years) {
        return YEAR.matcher(text).replaceAll(year -> Integer.toString(Integer.parseInt(year.group()) + years));
    }
}
