package org.grassrootskpi.examples;

import static java.util.stream.Collectors.joining;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.grassrootskpi.catalog.CommonIndicators;
import org.grassrootskpi.catalog.PinghuCatalog;
import org.grassrootskpi.divisions.Divisions;
import org.grassrootskpi.files.NewFolder;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.UnknownIdException;
import org.grassrootskpi.report.CatalogDraft;
import org.grassrootskpi.report.DraftRegion;
import org.grassrootskpi.report.IndicatorMatch;
import org.grassrootskpi.report.KnownIndicators;
import org.grassrootskpi.report.OpenReason;
import org.grassrootskpi.report.WorkReport;
import org.grassrootskpi.time.TimePeriod;
import org.grassrootskpi.time.TimePeriodFormatException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Drafts a catalogue from a report. */
@Command(
        name = "draft-catalog",
        mixinStandardHelpOptions = true,
        description = "A folder of catalogue files drafted from a report, and lists of what is unsure or guessed.")
final class DraftCatalogCommand implements Callable<Integer> {
    private static final String OPEN = "open";
    private static final int LISTED = 5;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @Parameters(
            paramLabel = "FILE",
            description = "The report: text or HTML in UTF-8 or GB18030, docx or PDF; - reads standard input.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private String file;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write, new or empty.")
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Path out;

    @Option(
            names = "--catalog",
            paramLabel = "DIR",
            description = "A folder of catalogue files of the place, with indicators to bind to beside the common ones"
                    + " (default: those of Pinghu where the report is Pinghu's).")
    private @Nullable Path folder;

    @Option(
            names = "--region",
            paramLabel = "PLACE",
            description = "What the report is about: a statistical code (440307003), a path of names (深圳市/平湖街道), or "
                    + OPEN + " to fill it in later (default: the place that the title names, if it can be only one).")
    private @Nullable String region;

    @Option(
            names = "--period",
            paramLabel = "PERIOD",
            description =
                    "What the report looks back on, for example 2024 or 2024-H1 (default: what its headings name).")
    private @Nullable String period;

    @Override
    public Integer call() throws IOException {
        Catalog catalog = folder == null ? PinghuCatalog.load() : CatalogJson.readFolder(folder);
        WorkReport report = ReadReportCommand.read(file, spec.commandLine().getErr());
        DraftRegion place = region(report, catalog);
        KnownIndicators known = KnownIndicators.common(CommonIndicators.load());
        CatalogDraft draft = draft(report, isOf(place, catalog) ? known.withPlace(catalog) : known, place);
        draft.writeTo(out);
        Unfinished.tell(spec.commandLine().getErr(), NewFolder.unfinished(out));
        print(draft, place);
        return 0;
    }

    /** The indicators of a folder are bound to because they are asked for; those of Pinghu only in Pinghu. */
    private boolean isOf(DraftRegion place, Catalog catalog) {
        return folder != null
                || catalog.observations().stream().anyMatch(of -> of.region().equals(place.code()));
    }

    private DraftRegion region(WorkReport report, Catalog known) {
        if (region == null) {
            return named(report, known);
        }
        if (region.equals(OPEN)) {
            return DraftRegion.open();
        }
        try {
            return DraftRegion.of(region, known, Divisions.load());
        } catch (UnknownIdException e) {
            throw new IllegalArgumentException(
                    e.getMessage() + "; expected a code such as 440307003, a path of whole names such as"
                            + " 深圳市/平湖街道, or " + OPEN,
                    e);
        }
    }

    private static DraftRegion named(WorkReport report, Catalog known) {
        ImmutableList<DraftRegion> candidates = DraftRegion.named(report, known, Divisions.load());
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        String found = candidates.isEmpty()
                ? "no line above the first heading begins with the name of a place"
                : "the name in the title is that of " + candidates.size() + " places ("
                        + candidates.stream()
                                .limit(LISTED)
                                .map(DraftRegion::toString)
                                .collect(joining(", "))
                        + (candidates.size() > LISTED ? ", …" : "") + ")";
        throw new IllegalArgumentException("Whose report is it? " + found
                + "; say so with --region CODE or --region PATH, or leave it open with --region " + OPEN
                + "; nothing was written");
    }

    private CatalogDraft draft(WorkReport report, KnownIndicators known, DraftRegion place) {
        if (period != null) {
            return CatalogDraft.of(report, known, place, given(period));
        }
        try {
            return CatalogDraft.of(report, known, place);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    e.getMessage() + "; say so with --period, for example --period 2024; nothing was written", e);
        }
    }

    private static TimePeriod given(String period) {
        try {
            return TimePeriod.parse(period);
        } catch (TimePeriodFormatException e) {
            throw new IllegalArgumentException("--period: " + e.getMessage(), e);
        }
    }

    private void print(CatalogDraft draft, DraftRegion place) {
        PrintWriter print = spec.commandLine().getOut();
        long names = draft.bindings().stream()
                .filter(binding -> binding.figure().isEmpty())
                .count();
        long figures = draft.bindings().size() - names;
        long own = draft.bindings().stream()
                .filter(DraftCatalogCommand::isProposed)
                .count();
        print.println("region " + place + (region == null ? ", named in the report" : ""));
        print.println("period " + draft.catalog().documents().get(0).period());
        print.printf(
                Locale.ROOT,
                "%d figures in the report%n",
                figures + draft.unsure().size());
        print.printf(
                Locale.ROOT, "%d bound to known indicators, and %d names without a figure%n", figures - own, names);
        print.printf(
                Locale.ROOT,
                "%d drafted for %d proposed indicators%n",
                own,
                draft.proposed().size());
        print.printf(
                Locale.ROOT,
                "%d of them are targets of a plan%n",
                draft.catalog().targets().size());
        print.printf(
                Locale.ROOT,
                "%d for you to place (%d because what they mean is not sure), and %d that cannot be read whole, see %s%n",
                draft.unsure().size(),
                draft.unsure().stream()
                        .filter(open -> open.reason().equals(Optional.of(OpenReason.DOUBTFUL)))
                        .count(),
                draft.doubts().size(),
                out.resolve("unsure.tsv"));
        print.printf(
                Locale.ROOT,
                "%d guesses for you to check, see %s%n",
                draft.guesses().size(),
                out.resolve("guessed.tsv"));
    }

    private static boolean isProposed(IndicatorMatch binding) {
        return binding.indicators().get(0).startsWith("draft.");
    }
}
