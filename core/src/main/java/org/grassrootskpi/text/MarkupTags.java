package org.grassrootskpi.text;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the tags and comments of HTML in a text, and distinguishes tables of data from those that lay out a page. */
final class MarkupTags {
    private static final ImmutableMap<String, Kind> NAMES = read();
    private static final int MAX_NAME = 12;
    private static final int MAX_TAG = 2000;
    private static final int MAX_SPAN = 60;

    private final String text;
    private final List<Tag> tags = new ArrayList<>();
    private final List<Tag> open = new ArrayList<>();
    private final Set<String> unclosed = new HashSet<>();

    private MarkupTags(String text) {
        this.text = text;
    }

    /** What an element does to the text. */
    enum Kind {
        BLOCK,
        BREAK,
        TABLE,
        ROW,
        CELL,
        INLINE,
        RAISED,
        HIDDEN
    }

    /** A tag, or a stretch that is not shown at all. */
    static final class Tag {
        final int start;
        int end;
        final Kind kind;
        final String name;
        final boolean closes;
        int columns = 1;
        int rows = 1;

        /** Of a table: false if it only lays out the page. */
        boolean data = true;

        /** Of the rows and cells of a table: the table. */
        @Nullable Tag table;

        private int wideRows;
        private int cells;

        Tag(int start, int end, Kind kind, String name, boolean closes) {
            this.start = start;
            this.end = end;
            this.kind = kind;
            this.name = name;
            this.closes = closes;
        }

        boolean isOfData() {
            Tag of = kind == Kind.TABLE ? this : table;
            return of != null && of.data;
        }
    }

    private static ImmutableMap<String, Kind> read() {
        ImmutableMap.Builder<String, Kind> names = ImmutableMap.builder();
        for (DefinitionLines.Line line :
                DefinitionLines.ofResource(MarkupTags.class.getResourceAsStream("markup.tsv"), "markup.tsv")) {
            names.put(
                    line.field(0, "a name"),
                    Kind.valueOf(line.field(1, "a kind").toUpperCase(Locale.ROOT)));
        }
        return names.buildOrThrow();
    }

    /** Returns the tags of a text in order; empty for a text without HTML. */
    static List<Tag> of(String text) {
        MarkupTags found = new MarkupTags(text);
        int at = text.indexOf('<');
        while (at >= 0) {
            Tag tag = found.at(at);
            if (tag != null) {
                found.add(tag);
            }
            at = text.indexOf('<', tag == null ? at + 1 : tag.end);
        }
        for (Tag table : found.open) {
            table.data &= table.wideRows > 1;
        }
        return found.tags;
    }

    private @Nullable Tag at(int at) {
        if (text.startsWith("<!--", at)) {
            return hidden(at, "-->", 3);
        }
        boolean closes = at + 1 < text.length() && text.charAt(at + 1) == '/';
        int from = at + (closes ? 2 : 1);
        if (!closes && from < text.length() && "!?".indexOf(text.charAt(from)) >= 0) {
            boolean declares = text.regionMatches(true, from, "!doctype", 0, 8)
                    || text.startsWith("![", from)
                    || text.regionMatches(true, from, "?xml", 0, 4);
            int end = declares ? close(from) : -1;
            return end < 0 ? null : new Tag(at, end, Kind.INLINE, "", false);
        }
        int nameEnd = from;
        while (nameEnd < text.length() && nameEnd - from < MAX_NAME && isName(text.charAt(nameEnd))) {
            nameEnd++;
        }
        boolean ends = nameEnd < text.length() && " \t\r\n/>".indexOf(text.charAt(nameEnd)) >= 0;
        if (nameEnd == from || !ends) {
            return null;
        }
        String name = text.substring(from, nameEnd).toLowerCase(Locale.ROOT);
        Kind kind = name.indexOf(':') > 0 ? Kind.INLINE : NAMES.get(name);
        int end = kind == null ? -1 : close(nameEnd);
        if (kind == null || end < 0) {
            return null;
        }
        if (kind == Kind.HIDDEN && !closes && text.charAt(end - 2) != '/') {
            Tag hidden = hidden(at, "</" + name, 2 + name.length());
            return hidden == null ? new Tag(at, end, Kind.INLINE, name, false) : hidden;
        }
        Tag tag = new Tag(at, end, kind, name, closes);
        if (kind == Kind.CELL && !closes) {
            tag.columns = span("colspan", nameEnd, end);
            tag.rows = span("rowspan", nameEnd, end);
        }
        return tag;
    }

    private static boolean isName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':';
    }

    /** The end of a tag: at its first > that is in no quotation marks. */
    private int close(int from) {
        int limit = Math.min(text.length(), from + MAX_TAG);
        char quote = 0;
        for (int i = from; i < limit; i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '>') {
                return i + 1;
            } else if (c == '<') {
                return -1;
            } else if ((c == '"' || c == '\'') && text.charAt(i - 1) == '=') {
                quote = c;
            }
        }
        int first = from;
        while (quote != 0 && first < limit && text.charAt(first) != '>') {
            first++;
        }
        return quote == 0 || first == limit ? -1 : first + 1;
    }

    /** A stretch that is not shown; null if it does not end. */
    private @Nullable Tag hidden(int at, String close, int length) {
        if (unclosed.contains(close)) {
            return null;
        }
        for (int i = text.indexOf(close.charAt(0), at + 1); i >= 0; i = text.indexOf(close.charAt(0), i + 1)) {
            if (text.regionMatches(true, i, close, 0, length)) {
                int end = close.charAt(0) == '-' ? i + length : text.indexOf('>', i) + 1;
                return new Tag(at, Math.max(end, i + length), Kind.INLINE, "", false);
            }
        }
        unclosed.add(close);
        return null;
    }

    private int span(String name, int from, int to) {
        for (int i = from; i < to - name.length(); i++) {
            if (text.regionMatches(true, i, name, 0, name.length())) {
                int at = i + name.length();
                while (at < to && "= \"'".indexOf(text.charAt(at)) >= 0) {
                    at++;
                }
                int number = 0;
                while (at < to && text.charAt(at) >= '0' && text.charAt(at) <= '9' && number < MAX_SPAN) {
                    number = number * 10 + text.charAt(at) - '0';
                    at++;
                }
                return Math.max(1, Math.min(number, MAX_SPAN));
            }
        }
        return 1;
    }

    private void add(Tag tag) {
        tags.add(tag);
        Tag table = open.isEmpty() ? null : open.get(open.size() - 1);
        switch (tag.kind) {
            case TABLE -> {
                if (!tag.closes) {
                    if (table != null) {
                        table.data = false;
                    }
                    open.add(tag);
                } else if (table != null) {
                    row(table);
                    table.data &= table.wideRows > 1;
                    open.remove(open.size() - 1);
                    tag.data = table.data;
                }
            }
            case ROW -> {
                tag.table = table;
                if (table != null && !tag.closes) {
                    row(table);
                }
            }
            case CELL -> {
                tag.table = table;
                if (table != null && !tag.closes) {
                    table.cells += tag.columns;
                }
            }
            default -> {}
        }
    }

    private static void row(Tag table) {
        table.wideRows += table.cells > 1 ? 1 : 0;
        table.cells = 0;
    }
}
