package org.grassrootskpi.examples;

import com.google.common.base.Ascii;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.grassrootskpi.assess.DerivedFigure;
import org.grassrootskpi.assess.Reconciliation;
import org.grassrootskpi.assess.Underived;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Language;
import org.grassrootskpi.quantity.Unit;
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
        out.println(reconciliation.derived().size() + " figures follow from what is stated:");
        for (DerivedFigure figure : reconciliation.derived()) {
            print(out, catalog, figure);
        }
        if (!reconciliation.underived().isEmpty()) {
            out.println();
            out.println(reconciliation.underived().size() + " figures cannot be derived:");
            reconciliation.underived().forEach(figure -> print(out, catalog, figure));
        }
        out.println();
        out.println(reconciliation.contradictions().size() + " contradictions in " + reconciliation.checks()
                + " comparisons of stated with derived figures");
        reconciliation
                .contradictions()
                .forEach(contradiction -> Columns.wrap(contradiction.describe(), main.width() - 4)
                        .forEach(line -> out.println("    " + line)));
        return 0;
    }

    private void print(PrintWriter out, Catalog catalog, DerivedFigure figure) {
        Unit unit = printed(figure.figure().unit());
        String name = catalog.indicator(figure.indicator()).name().in(language);
        String kind = Ascii.toLowerCase(figure.kind().name()).replace('_', ' ');
        boolean isNarrow = main.width() < NARROW;
        int indent = isNarrow ? 4 : main.width() - NAMELESS;
        if (isNarrow) {
            Columns.wrap(name, main.width()).forEach(out::println);
        }
        out.println(Columns.padRight(isNarrow ? "" : Columns.cut(name, indent), indent) + "  "
                + Columns.padRight(kind, KIND) + "  " + figure.period() + "  "
                + Figures.rounded(figure.figure(), unit));
        out.println(" ".repeat(indent + 2) + Figures.bounds(figure.figure(), unit));
    }

    private void print(PrintWriter out, Catalog catalog, Underived figure) {
        String name = catalog.indicator(figure.indicator()).name().in(language);
        String kind = Ascii.toLowerCase(figure.kind().name()).replace('_', ' ');
        Columns.wrap(name + ", " + kind + ", " + figure.period() + ": " + figure.reason(), main.width() - 4)
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
