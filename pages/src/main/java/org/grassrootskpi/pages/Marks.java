package org.grassrootskpi.pages;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.grassrootskpi.quantity.Qualifier;

/** The small signs that recur in all pictures: figures, changes, lights, bars of states. */
final class Marks {
    private static final double ALL = 100;

    private Marks() {}

    /** Returns a number for an attribute of SVG, as a share of the width. */
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", ALL * Math.max(0, Math.min(1, share)));
    }

    /** Writes the hatchings that shapes are filled with. */
    static void patterns(Html html) {
        html.open("svg", "class", "patterns", "width", "0", "height", "0", "aria-hidden", "true", "focusable", "false");
        html.open("defs");
        hatch(html, "hatch", "hatch-line");
        hatch(html, "hatch-done", "hatch-done");
        hatch(html, "hatch-open", "hatch-open");
        html.close().close();
    }

    private static void hatch(Html html, String id, String style) {
        html.open(
                "pattern",
                "id",
                id,
                "width",
                "6",
                "height",
                "6",
                "patternUnits",
                "userSpaceOnUse",
                "patternTransform",
                "rotate(45)");
        html.leaf("rect", "width", "6", "height", "6", "class", "hatch-ground");
        html.leaf("rect", "width", "3", "height", "6", "class", style);
        html.close();
    }

    static void simulated(Html html) {
        html.open("p", "class", "simulated")
                .element("strong", Words.of("simulated"))
                .text(Words.of("simulated.why"))
                .close();
    }

    /** Writes a figure with what is known of it, or why there is none. */
    static void figure(Html html, Optional<Figure> figure, Optional<Text> missing) {
        if (figure.isEmpty()) {
            html.element("span", missing.orElseGet(() -> Words.of("missing")), "class", "missing");
            return;
        }
        Figure known = figure.get();
        html.element("span", known.text(), "class", "figure");
        qualifier(html, known.qualifier());
    }

    /** Draws which side of the figure is open. */
    static void qualifier(Html html, Qualifier qualifier) {
        if (qualifier == Qualifier.EXACT) {
            return;
        }
        boolean isBelow =
                qualifier == Qualifier.BELOW || qualifier == Qualifier.AT_MOST || qualifier == Qualifier.ABOUT;
        boolean isAbove =
                qualifier == Qualifier.ABOVE || qualifier == Qualifier.AT_LEAST || qualifier == Qualifier.ABOUT;
        svg(html, "mark", "30", "12");
        html.leaf("rect", "class", "solid", "x", "0", "y", "3", "width", isBelow ? "9" : "15", "height", "6");
        if (isBelow) {
            html.leaf("rect", "class", "perhaps", "x", "9", "y", "3", "width", isAbove ? "12" : "6", "height", "6");
        } else {
            html.leaf("path", "class", "open", "d", "M15 6 H27 M23 2 L27 6 L23 10");
        }
        html.leaf("rect", "class", "edge", "x", "14", "y", "0", "width", "2", "height", "12");
        html.close();
    }

    /** Writes a change with its direction, and whether this is good. */
    static void change(Html html, Figure change, PageData.Better better) {
        int sign = (int) Math.signum(change.number());
        boolean isKnown = better != PageData.Better.NEITHER && sign != 0;
        boolean isGood = (sign > 0) == (better == PageData.Better.HIGHER);
        html.open("span", "class", "change " + (isKnown ? isGood ? "good" : "bad" : "plain"));
        html.element("span", sign > 0 ? "▲" : sign < 0 ? "▼" : "＝", "aria-hidden", "true");
        html.text(" ").text(change.text());
        if (isKnown) {
            html.element("span", Words.of(isGood ? "improves" : "worsens"), "class", "hidden-text");
        }
        html.close();
    }

    /** Writes the lights that are possible: one where it is decided. */
    static void lights(Html html, List<String> levels) {
        html.open("span", "class", levels.size() > 1 ? "lights undecided" : "lights");
        for (int i = 0; i < levels.size(); i++) {
            if (i > 0) {
                html.text(Words.of("or"));
            }
            light(html, levels.get(i));
            html.text(level(levels.get(i)));
        }
        html.close();
    }

    static Text level(String name) {
        return Words.find("level." + name).orElseGet(() -> Text.same(name));
    }

    /** Writes how sure a finding is. */
    static void finding(Html html, CheckedReport.Level level) {
        light(
                html,
                switch (level) {
                    case ERROR -> "red";
                    case WARNING -> "yellow";
                    case QUESTION -> "question";
                });
        html.text(Words.of("finding", level));
    }

    /** Draws a light: round, three-cornered or square, so that its colour need not be seen. */
    private static void light(Html html, String level) {
        svg(html, "light", "12", "12");
        switch (level) {
            case "green" -> html.leaf("circle", "class", "green", "cx", "6", "cy", "6", "r", "5");
            case "yellow" -> html.leaf("path", "class", "yellow", "d", "M6 1 L11.5 11 L0.5 11 Z");
            case "red" -> html.leaf("rect", "class", "red", "x", "1", "y", "1", "width", "10", "height", "10");
            default -> html.leaf("circle", "class", "other", "cx", "6", "cy", "6", "r", "4.5");
        }
        html.close();
    }

    /** Writes in which state a commitment is. */
    static void state(Html html, String state) {
        swatch(html, "s-" + state);
        html.text(" ").text(Words.of("state." + state));
    }

    /** Draws how many are in which state, as one bar; the numbers stand below it. */
    static void states(Html html, Map<String, Integer> states) {
        int all = states.values().stream().mapToInt(Integer::intValue).sum();
        svg(html, "states", "100%", "14");
        int before = 0;
        for (Map.Entry<String, Integer> state : states.entrySet()) {
            html.leaf(
                    "rect",
                    "class",
                    "s-" + state.getKey(),
                    "x",
                    percent((double) before / all),
                    "y",
                    "1",
                    "width",
                    percent((double) state.getValue() / all),
                    "height",
                    "12");
            before += state.getValue();
        }
        html.close();
        html.open("ul", "class", "legend");
        states.forEach((state, count) -> {
            html.open("li");
            swatch(html, "s-" + state);
            html.text(Words.of("state." + state)).text(" " + count).close();
        });
        html.close();
    }

    static void swatch(Html html, String style) {
        svg(html, "swatch", "12", "12");
        html.leaf("rect", "class", style, "x", "1", "y", "1", "width", "10", "height", "10");
        html.close();
    }

    /** Begins a drawing beside its numbers, which says nothing that they do not say. */
    static void svg(Html html, String style, String width, String height) {
        html.open("svg", "class", style, "width", width, "height", height, "aria-hidden", "true", "focusable", "false");
    }
}
