package org.grassrootskpi.examples;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.grassrootskpi.assess.DerivedFigure;
import org.grassrootskpi.assess.Reconciliation;
import org.grassrootskpi.assess.Underived;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.text.TextWidth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints what the figures of the report imply, and which of them contradict each other. */
@Command(
        name = "reconcile",
        mixinStandardHelpOptions = true,
        description = "What the figures imply, with bounds, and which contradict each other.")
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

    @Option(names = "--lang", defaultValue = "en", description = "${COMPLETION-CANDIDATES} (default: en).")
    private Language language = Language.EN;

    @Mixin
    private final CatalogOption catalogOption = new CatalogOption();

    @Override
    public Integer call() {
        Catalog catalog = catalogOption.load();
        Reconciliation reconciliation = Reconciliation.of(catalog);
        PrintWriter out = spec.commandLine().getOut();
        Labels labels = new Labels(language);
        heading(out, labels.of("derived", reconciliation.derived().size()));
        for (DerivedFigure figure : reconciliation.derived()) {
            print(out, catalog, figure);
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
        return 0;
    }

    private void heading(PrintWriter out, String text) {
        TextWidth.wrap(text, main.width()).forEach(out::println);
    }

    private void print(PrintWriter out, Catalog catalog, DerivedFigure figure) {
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
