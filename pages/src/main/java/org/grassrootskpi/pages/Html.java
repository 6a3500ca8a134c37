package org.grassrootskpi.pages;

import com.google.common.collect.ImmutableSet;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML in which every text and every attribute is escaped: what a catalogue says is never markup.
 *
 * <p>A text in two languages becomes two spans, of which the style sheet shows one.
 */
final class Html {
    private static final ImmutableSet<String> ON_A_NEW_LINE = ImmutableSet.of(
            "section", "article", "table", "tr", "div", "ul", "li", "nav", "header", "main", "footer", "svg");
    private static final char UNKNOWN = '\uFFFD';

    private final StringBuilder out = new StringBuilder(1 << 16);
    private final Deque<String> open = new ArrayDeque<>();

    /** Begins an element; attributes are names and values by turns. */
    Html open(String tag, String... attributes) {
        tag(tag, attributes).append('>');
        open.push(tag);
        return this;
    }

    /** Writes an element that has no content: a void one of HTML, or a shape of SVG. */
    Html leaf(String tag, String... attributes) {
        tag(tag, attributes).append("/>");
        return this;
    }

    private StringBuilder tag(String tag, String... attributes) {
        if (ON_A_NEW_LINE.contains(tag)) {
            out.append('\n');
        }
        out.append('<').append(tag);
        for (int i = 0; i + 1 < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            out.append('"');
        }
        return out;
    }

    /** Ends the element that was begun last. */
    Html close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    Html text(String text) {
        escape(text);
        return this;
    }

    Html text(Text text) {
        if (text.isSame()) {
            return text(text.zh());
        }
        out.append("<span class=\"zh\" lang=\"zh-Hans\">");
        escape(text.zh());
        out.append("</span><span class=\"en\" lang=\"en\">");
        escape(text.en());
        out.append("</span>");
        return this;
    }

    Html element(String tag, Text text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** Writes one of the library's own resources as it is: the style sheet and the script. */
    Html resource(String text) {
        out.append(text);
        return this;
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                default -> out.append(isAllowed(text, i) ? c : UNKNOWN);
            }
        }
    }

    /** Whether HTML may contain it: no control characters, no half of a pair of surrogates. */
    private static boolean isAllowed(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c == '\n' || c == '\t' || !(Character.isISOControl(c) || c >= UNKNOWN + 1);
    }

    @Override
    public String toString() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("Elements were not ended: " + open);
        }
        return out.toString();
    }
}
