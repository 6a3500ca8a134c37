package org.grassrootskpi.pages;

import java.util.Optional;

/** Draws how much of a target is done, against the target and against what is due by now. */
final class Bars {
    private static final String HEIGHT = "26";
    /** Space to the right for the open end of a bar. */
    private static final double ROOM = 1.06;

    private Bars() {}

    /**
     * Draws a bar from nothing to what is surely done, hatched up to what may be done, with an arrow where nothing bounds it.
     *
     * @param done the part that is done, 1 where all is; where nobody said, the track is hatched
     * @param due the part that is due by now
     * @param most the part at the right end of the bar, 1 or more, the same for all bars of a picture
     */
    static void draw(Html html, Optional<Figure> done, Optional<Figure> due, double most) {
        double right = most * ROOM;
        Marks.svg(html, "target", "100%", HEIGHT);
        rect(html, done.isEmpty() ? "track unknown" : "track", 0, 1 / right, "5", "16");
        done.ifPresent(part -> done(html, part, right, most));
        due.ifPresent(part -> {
            line(html, "due", part.number() / right, "1", "25");
        });
        line(html, "goal", 1 / right, "3", "23");
        html.close();
    }

    private static void done(Html html, Figure part, double right, double most) {
        double least = Math.max(0, Double.isInfinite(part.from()) ? 0 : part.from());
        boolean isOpen = Double.isInfinite(part.to());
        double upTo = isOpen ? Math.max(part.number(), least) : part.to();
        double sure = Math.min(least, most);
        rect(html, "done", 0, sure / right, "8", "10");
        double perhaps = isOpen ? Math.min(upTo + most * 0.04, most) : Math.min(upTo, most);
        if (perhaps > sure) {
            rect(html, "perhaps", sure / right, (perhaps - sure) / right, "8", "10");
        }
        if (isOpen || upTo > most) {
            html.open("svg", "x", Marks.percent(Math.max(perhaps, sure) / right), "overflow", "visible");
            html.leaf("path", "class", "open", "d", "M2 8 L8 13 L2 18");
            html.close();
        }
    }

    private static void rect(Html html, String style, double x, double width, String y, String height) {
        html.leaf(
                "rect", "class", style, "x", Marks.percent(x), "y", y, "width", Marks.percent(width), "height", height);
    }

    private static void line(Html html, String style, double at, String from, String to) {
        String x = Marks.percent(at);
        html.leaf("line", "class", style, "x1", x, "x2", x, "y1", from, "y2", to);
    }
}
