package org.grassrootskpi.examples;

import java.io.PrintWriter;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Identity;
import org.grassrootskpi.query.Source;
import org.grassrootskpi.text.TextWidth;
import org.grassrootskpi.totals.TotalCheck;
import org.grassrootskpi.totals.TotalChecks;
import org.grassrootskpi.totals.TotalMismatch;

/** Prints the published totals of a table against the sums of their parts. */
final class TotalsText {
    /** How many totals that failed are printed of each check. */
    private static final int SHOWN = 20;

    private final Catalog catalog;
    private final Labels labels;
    private final int width;
    private final PrintWriter out;

    TotalsText(Catalog catalog, Labels labels, int width, PrintWriter out) {
        this.catalog = catalog;
        this.labels = labels;
        this.width = width;
        this.out = out;
    }

    void print(TotalChecks checks) {
        line(0, labels.of("totals", checks.made(), checks.passed(), checks.failed(), checks.impossible()));
        for (TotalCheck check : checks.checks()) {
            out.println();
            line(0, title(check));
            line(4, labels.of("totals.count", check.made(), check.passed(), check.failed(), check.impossible()));
            check.mismatches().stream().limit(SHOWN).forEach(this::print);
            if (check.failed() > SHOWN) {
                line(4, labels.of("totals.more", check.failed() - SHOWN));
            }
        }
    }

    private String title(TotalCheck check) {
        String name = catalog.indicator(check.total().indicator()).name().in(labels.language());
        String of = String.join(labels.of("listed"), name, place(check.total()));
        return switch (check.kind()) {
            case INDICATORS ->
                labels.of(
                        "totals.INDICATORS",
                        of,
                        catalog.identities().stream()
                                .filter(identity ->
                                        identity.id().equals(check.identity().orElse("")))
                                .map(Identity::name)
                                .findFirst()
                                .orElseThrow()
                                .in(labels.language()));
            case REGIONS -> labels.of("totals.REGIONS", of, level(check.parts()));
            case PERIODS ->
                labels.of(
                        "totals.PERIODS",
                        of,
                        labels.of("frequency", check.parts().frequency()));
        };
    }

    private String level(Source source) {
        return catalog.levels().name(source.level()).in(labels.language());
    }

    private String place(Source source) {
        return level(source) + labels.of("listed") + labels.of("frequency", source.frequency());
    }

    private void print(TotalMismatch mismatch) {
        String members = mismatch.members().isEmpty()
                ? ""
                : labels.of(
                        "inParentheses", String.join(", ", mismatch.members().values()));
        String region =
                mismatch.region().code() + " " + mismatch.region().name().in(labels.language());
        line(
                4,
                labels.of(
                        "totals.mismatch",
                        region,
                        mismatch.period() + members,
                        Figures.shown(mismatch.total(), mismatch.total().unit().base()),
                        Figures.shown(mismatch.sum(), mismatch.sum().unit().base())));
    }

    private void line(int indent, String text) {
        TextWidth.wrap(text, width - indent).forEach(part -> out.println(" ".repeat(indent) + part));
    }
}
