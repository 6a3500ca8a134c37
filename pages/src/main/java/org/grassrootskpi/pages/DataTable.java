package org.grassrootskpi.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A table that the page's script can sort, filter and save as CSV; without a script all its rows are there, in the order given.
 *
 * <p>Filters choose among the values of a column, and among tags of the rows.
 */
final class DataTable {
    /** A column. */
    record Column(Text head, Kind kind, Optional<String> filter) {
        enum Kind {
            TEXT,
            /** A text of a few words, on one line. */
            SHORT,
            NUMBER,
            /** A drawing, by which nothing is sorted. */
            BAR,
            /** Only in the CSV file: the exact value behind a figure. */
            FILE
        }

        static Column text(Text head) {
            return new Column(head, Kind.TEXT, Optional.empty());
        }

        static Column words(Text head) {
            return new Column(head, Kind.SHORT, Optional.empty());
        }

        static Column number(Text head) {
            return new Column(head, Kind.NUMBER, Optional.empty());
        }

        static Column bar(Text head) {
            return new Column(head, Kind.BAR, Optional.empty());
        }

        static Column file(Text head) {
            return new Column(head, Kind.FILE, Optional.empty());
        }

        /** Lets readers choose among its values. */
        Column filtered(String id) {
            return new Column(head, kind, Optional.of(id));
        }
    }

    /** The content of a cell. */
    interface Content {
        void write(Html html);
    }

    /** A cell with what it is sorted by and what it is chosen by. */
    record Cell(Content content, boolean isBlank, Optional<String> key, Optional<String> choice, Text chosenAs) {
        static Cell of(Text text) {
            return new Cell(html -> html.text(text), text.equals(Text.EMPTY), Optional.empty(), Optional.empty(), text);
        }

        static Cell of(Content content) {
            return new Cell(content, false, Optional.empty(), Optional.empty(), Text.EMPTY);
        }

        /** Returns the cell with what it is sorted by; one that is sorted by nothing is blank. */
        Cell by(String sortKey) {
            return new Cell(content, sortKey.isEmpty(), Optional.of(sortKey), choice, chosenAs);
        }

        Cell chosenBy(String value, Text text) {
            return new Cell(content, isBlank, key, Optional.of(value), text);
        }
    }

    private record Row(String tags, List<Cell> cells) {}

    private final String id;
    private final Text caption;
    private final List<Column> columns;
    private final List<Row> rows = new ArrayList<>();
    private final boolean isSimulated;
    private final Map<String, Text> tags = new LinkedHashMap<>();

    DataTable(String id, Text caption, List<Column> columns, boolean isSimulated) {
        this.id = id;
        this.caption = caption;
        this.columns = columns;
        this.isSimulated = isSimulated;
    }

    /** Lets readers choose rows that have a tag. */
    DataTable tag(String tag, Text text) {
        tags.put(tag, text);
        return this;
    }

    void row(List<String> ofTags, List<Cell> cells) {
        if (cells.size() != columns.size()) {
            throw new IllegalArgumentException("Expected " + columns.size() + " cells, got " + cells.size());
        }
        rows.add(new Row(String.join(" ", ofTags), cells));
    }

    void write(Html html) {
        html.open("div", "class", "data", "data-table", id);
        if (isSimulated) {
            Marks.simulated(html);
        }
        controls(html);
        html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", "caption-" + id);
        html.open("table", "id", "table-" + id);
        html.element("caption", caption, "id", "caption-" + id);
        html.open("thead").open("tr");
        List<String> styles = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            styles.add(style(i));
            html.element("th", columns.get(i).head(), "scope", "col", "class", styles.get(i));
        }
        html.close().close().open("tbody");
        for (Row row : rows) {
            if (row.tags().isEmpty()) {
                html.open("tr");
            } else {
                html.open("tr", "data-tags", row.tags());
            }
            for (int i = 0; i < columns.size(); i++) {
                cell(html, styles.get(i), row.cells().get(i));
            }
            html.close();
        }
        html.close().close().close();
        html.open("p", "class", "rows");
        for (String turn : List.of("more", "previous", "next")) {
            html.element("button", Words.of("table." + turn), "type", "button", "data-do", turn, "hidden", "");
        }
        html.close().close();
    }

    /** A column in which no row has anything takes no room on the page. */
    private String style(int column) {
        boolean isBlank = !rows.isEmpty()
                && rows.stream().allMatch(row -> row.cells().get(column).isBlank());
        Column.Kind kind = isBlank ? Column.Kind.FILE : columns.get(column).kind();
        return kind.name().toLowerCase(Locale.ROOT);
    }

    private static void cell(Html html, String style, Cell cell) {
        List<String> attributes = new ArrayList<>(List.of("class", style));
        cell.key().ifPresent(key -> attributes.addAll(List.of("data-key", key)));
        cell.choice().ifPresent(choice -> attributes.addAll(List.of("data-choice", choice)));
        html.open("td", attributes.toArray(String[]::new));
        cell.content().write(html);
        html.close();
    }

    private void controls(Html html) {
        html.open("div", "class", "controls", "hidden", "");
        html.open("label").text(Words.of("table.find")).text(" ");
        html.leaf("input", "type", "search", "data-do", "find", "autocomplete", "off")
                .close();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            if (column.filter().isPresent()) {
                select(html, column, i);
            }
        }
        if (!tags.isEmpty()) {
            html.open("label").text(Words.of("table.only")).text(" ");
            html.open("select", "data-do", "tag", "id", id + "-tag");
            option(html, "", Words.of("table.everything"));
            tags.forEach((tag, text) -> option(html, tag, text));
            html.close().close();
        }
        html.element("button", Words.of("table.csv"), "type", "button", "data-do", "csv", "data-file", id + ".csv");
        Text shown = Words.of("table.shown");
        html.open("output", "aria-live", "polite", "data-zh", shown.zh(), "data-en", shown.en())
                .close();
        html.close();
    }

    private void select(Html html, Column column, int number) {
        Map<String, Text> choices = new LinkedHashMap<>();
        for (Row row : rows) {
            Cell cell = row.cells().get(number);
            cell.choice().ifPresent(choice -> choices.putIfAbsent(choice, cell.chosenAs()));
        }
        html.open("label").text(column.head()).text(" ");
        html.open(
                "select",
                "data-do",
                "choose",
                "data-column",
                Integer.toString(number),
                "id",
                id + "-" + column.filter().orElseThrow());
        option(html, "", Words.of("table.everything"));
        choices.forEach((choice, text) -> option(html, choice, text));
        html.close().close();
    }

    /** An option has one text, which the script takes from its attributes: it can hold no markup. */
    private static void option(Html html, String value, Text text) {
        html.element("option", text.zh(), "value", value, "data-zh", text.zh(), "data-en", text.en());
    }
}
