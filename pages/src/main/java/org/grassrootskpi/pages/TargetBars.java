package org.grassrootskpi.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The commitments that have a figure, as bars against their target and against time; those of which nobody reported below. */
final class TargetBars {
    /** Bars end here: what is done several times over has an arrow. */
    private static final double MOST = 1.5;

    private static final int POINTS = 1;

    private final Html html;
    private final PageData data;
    private final Citations citations = new Citations("target");

    TargetBars(Html html, PageData data) {
        this.html = html;
        this.data = data;
    }

    static boolean hasAny(PageData data) {
        return data.commitments().stream().anyMatch(TargetBars::isMeasured);
    }

    private static boolean isMeasured(PageData.Commitment commitment) {
        return commitment.target().isPresent() || commitment.completion().isPresent();
    }

    void write() {
        List<PageData.Commitment> measured =
                data.commitments().stream().filter(TargetBars::isMeasured).toList();
        List<PageData.Commitment> reported = measured.stream()
                .filter(commitment -> commitment.completion().isPresent()
                        || commitment.figure().isPresent())
                .sorted(Comparator.comparing(TargetBars::gap))
                .toList();
        List<PageData.Commitment> silent = measured.stream()
                .filter(commitment -> !reported.contains(commitment))
                .toList();
        html.element("p", Words.of("progress.how"), "class", "how");
        if (!reported.isEmpty()) {
            picture(reported);
        }
        if (!silent.isEmpty()) {
            silent(silent, !reported.isEmpty());
        }
    }

    /** Orders by the gap to the schedule, the worst first; those without a schedule come last. */
    private static double gap(PageData.Commitment commitment) {
        return commitment.gap().map(Figure::number).orElse(Double.MAX_VALUE);
    }

    private void picture(List<PageData.Commitment> reported) {
        double most = reported.stream()
                .flatMap(commitment -> commitment.completion().stream())
                .mapToDouble(part -> Double.isInfinite(part.to()) ? part.number() * 1.05 : part.to())
                .filter(part -> part <= MOST)
                .max()
                .orElse(1);
        html.open("div", "class", "picture");
        if (data.simulated()) {
            Marks.simulated(html);
        }
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", "caption-progress");
        html.open("table", "class", "bars");
        html.element("caption", Words.of("progress.caption", data.asOf()), "id", "caption-progress");
        html.open("thead").open("tr");
        for (String head : List.of("commitment", "bar", "done", "due", "gap", "light", "perMonth")) {
            html.element("th", Words.of("head." + head), "scope", "col", "class", style(head));
        }
        html.close().close().open("tbody");
        reported.forEach(commitment -> row(commitment, Math.max(1, most)));
        html.close().close().close().close();
    }

    private static String style(String head) {
        return switch (head) {
            case "done", "due", "gap", "perMonth" -> "number";
            case "bar" -> "bar";
            default -> "text";
        };
    }

    private void row(PageData.Commitment commitment, double most) {
        html.open("tr");
        html.open("th", "scope", "row");
        citations.write(
                html,
                Optional.of(commitment.citation()),
                Optional.empty(),
                to -> to.open("span").text(commitment.name()).close());
        html.open("span", "class", "who").text(who(commitment)).close().close();
        html.open("td", "class", "bar");
        if (commitment.completion().isPresent()) {
            Bars.draw(html, commitment.completion(), commitment.due(), most);
        } else {
            html.element("span", Words.of("progress.noBar"), "class", "missing");
        }
        html.close().open("td", "class", "number");
        commitment.figure().ifPresent(figure -> html.text(figure.text()));
        commitment.completion().ifPresent(part -> html.element("span", part.text(), "class", "part"));
        html.close();
        number(commitment.due().map(Figure::text));
        number(commitment.gap().map(TargetBars::points));
        html.open("td");
        if (commitment.levels().isEmpty()) {
            Marks.state(html, commitment.state());
        } else {
            Marks.lights(html, commitment.levels());
        }
        html.close();
        html.open("td", "class", "number");
        commitment.requiredPerMonth().filter(rate -> rate.number() > 0).ifPresent(rate -> html.text(rate.text()));
        commitment
                .addedPerMonth()
                .ifPresent(rate -> html.element("span", Words.of("progress.soFar", rate.text()), "class", "part"));
        html.close().close();
    }

    private void number(Optional<Text> text) {
        html.open("td", "class", "number");
        text.ifPresent(html::text);
        html.close();
    }

    private static Text who(PageData.Commitment commitment) {
        Text where = commitment.regionName();
        return commitment.unit().isEmpty() ? where : where.plus(" · " + commitment.unit());
    }

    /** Words a gap in percentage points, with what is known of it. */
    private static Text points(Figure gap) {
        String number = new BigDecimal(gap.value())
                .movePointRight(2)
                .setScale(POINTS, RoundingMode.HALF_UP)
                .toPlainString();
        String sign = gap.number() > 0 ? "+" : "";
        return Words.find("qualified." + gap.qualifier()).orElse(Text.EMPTY).plus(sign + number);
    }

    private void silent(List<PageData.Commitment> silent, boolean isRest) {
        html.open("details", "class", "picture silent");
        html.open("summary");
        html.element(
                        "span",
                        Words.of(isRest ? "progress.silent" : "progress.allSilent", silent.size()),
                        "class",
                        "missing")
                .close();
        if (data.simulated()) {
            Marks.simulated(html);
        }
        html.open("ul");
        for (PageData.Commitment commitment : silent) {
            html.open("li").text(commitment.name());
            html.element(
                    "span", who(commitment).plus(Words.of("progress.by", commitment.deadlineName())), "class", "who");
            html.close();
        }
        html.close().close();
    }
}
