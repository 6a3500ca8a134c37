package org.grassrootskpi.examples;

import com.google.common.io.ByteSource;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.grassrootskpi.assess.DerivedFigure;
import org.grassrootskpi.assess.Reconciliation;
import org.grassrootskpi.assess.Underived;
import org.grassrootskpi.csv.ObservationCsv;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.text.TextWidth;
import org.grassrootskpi.totals.TotalChecks;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints what the figures of the report imply and which of them contradict each other, or which totals of a table are no sums. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description =
                "What the figures imply, with bounds, and which contradict each other; with --data which totals of a table"
                        + " are not the sums of their parts.")
final class ReconcileCommand implements Callable<Integer> {
    private static final int NARROW = 80;
    private static final int NAMELESS = 54;
    private static final int KIND = 16;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    @ParentCommand
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private Main main;

    @Option(
            names = "--lang",
            defaultValue = "en",
            description = "zh or en, or a language of the catalogue's names such as fr (default: en).")
    private Language language = Language.EN;

    @Mixin
    private final CatalogOption catalogOption = new CatalogOption();

    @Option(
            names = "--data",
            paramLabel = "FILE",
            description =
                    "Observations as CSV: indicator, region, period, value, status. Their totals are held against the sums of"
                            + " their parts, by the identities of the catalogue, by region and by period, instead of the catalogue's own"
                            + " figures. - is standard input.")
    private @Nullable String data;

    @Override
    public Integer call() throws IOException {
        Catalog catalog = catalogOption.load();
        if (data != null) {
            ObservationTable table = ObservationCsv.reader(catalog)
                    .read(ByteSource.wrap(InputFile.read(data)), data)
                    .table();
            PrintWriter out = spec.commandLine().getOut();
            new TotalsText(catalog, new Labels(language), main.width(), out).print(TotalChecks.of(Engine.local(table)));
            return 0;
        }
        return reconcile(catalog);
    }

    private int reconcile(Catalog catalog) {
        Reconciliation reconciliation = Reconciliation.of(catalog);
        Map<String, String> sections = catalog.observations().stream()
                .collect(Collectors.toMap(
                        Observation::key, observation -> observation.citation().section()));
        PrintWriter out = spec.commandLine().getOut();
        Labels labels = new Labels(language);
        heading(out, labels.of("derived", reconciliation.derived().size()));
        for (DerivedFigure figure : reconciliation.derived()) {
            print(out, catalog, sections, figure);
        }
        if (!reconciliation.underived().isEmpty()) {
            out.println();
            heading(out, labels.of("underived", reconciliation.underived().size()));
            reconciliation.underived().forEach(figure -> print(out, catalog, figure));
        }
        out.println();
        heading(out, labels.of("contradictions", reconciliation.contradictions().size(), reconciliation.checks()));
        reconciliation
                .contradictions()
                .forEach(contradiction -> TextWidth.wrap(contradiction.describe(), main.width() - 4)
                        .forEach(line -> out.println("    " + line)));
        if (reconciliation.impossible() > 0) {
            heading(out, labels.of("contradictions.impossible", reconciliation.impossible()));
        }
        return 0;
    }

    private void heading(PrintWriter out, String text) {
        TextWidth.wrap(text, main.width()).forEach(out::println);
    }

    private void print(PrintWriter out, Catalog catalog, Map<String, String> sections, DerivedFigure figure) {
        Unit unit = printed(figure.figure().unit());
        String name = catalog.indicator(figure.indicator()).name().in(language);
        String kind = new Labels(language).of("derived", figure.kind());
        boolean isNarrow = main.width() < NARROW;
        int indent = isNarrow ? 4 : main.width() - NAMELESS;
        if (isNarrow) {
            TextWidth.wrap(name, main.width()).forEach(out::println);
        }
        out.println(TextWidth.padRight(isNarrow ? "" : TextWidth.shorten(name, indent), indent) + "  "
                + TextWidth.padRight(kind, KIND) + "  " + figure.period() + "  "
                + Figures.rounded(figure.figure(), unit));
        out.println(" ".repeat(indent + 2) + Figures.bounds(figure.figure(), unit));
        String cited = figure.sources().stream()
                .map(sections::get)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(", "));
        TextWidth.wrap("= " + figure.formula() + " [" + cited + "]", main.width() - indent - 2)
                .forEach(line -> out.println(" ".repeat(indent + 2) + line));
    }

    private void print(PrintWriter out, Catalog catalog, Underived figure) {
        String name = catalog.indicator(figure.indicator()).name().in(language);
        Labels labels = new Labels(language);
        String kind = labels.of("derived", figure.kind());
        String what =
                String.join(labels.of("listed"), name, kind, figure.period().toString());
        TextWidth.wrap(what + labels.of("colon") + figure.reason(), main.width() - 4)
                .forEach(line -> out.println("    " + line));
    }

    /** Shares are percents and changes of them points; what is counted is counted in ones. */
    private static Unit printed(Unit unit) {
        return switch (unit.code()) {
            case "ratio" -> Unit.parse("%");
            case "percentage-point" -> Unit.parse("个百分点");
            default -> unit;
        };
    }
}
