package org.grassrootskpi.query;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjIntConsumer;
import org.grassrootskpi.model.ObservationStatus;
import org.grassrootskpi.model.Region;
import org.grassrootskpi.quantity.Qualifier;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.text.RowText;
import org.jspecify.annotations.Nullable;

/** Writes a result as indented JSON text, of the form that {@link ResultTree} has as maps. */
final class ResultJson implements RowFormat {
    private static final String LINE_END = System.lineSeparator();
    /** How deep the properties of a row are, and those of a cell in it. */
    private static final int ROW = 2;

    private static final int CELL = 3;
    /** What is between two rows. */
    private static final String NEXT_ROW = line(1) + "}, {";

    private static final String STATUS =
            "," + line(CELL) + "\"status\" : \"" + ObservationStatus.NORMAL.name() + "\"" + line(CELL - 1) + "}";

    private final List<ObjIntConsumer<RowText>> columns = new ArrayList<>();
    private final PlainFigure figure = new PlainFigure();

    private ResultJson(ResultTable table) {
        table.columns().forEach(column -> columns.add(column(column)));
    }

    /** Writes the rows as they are made: nothing of the text is kept. */
    static void write(ResultTable table, Appendable out) throws IOException {
        RowText text = new RowText();
        Map<String, @Nullable Object> tree = table.toMap();
        text.add("{").add(line(1)).add("\"rows\" : ");
        if (table.rowCount() == 0 || table.columns().isEmpty()) {
            value(tree.get("rows"), 1, text);
        } else {
            text.add("[ {").writeTo(out);
            RowFormat.write(table.rowCount(), () -> new ResultJson(table), out);
            text.clear();
            text.add(line(1)).add("} ]");
        }
        for (String name : List.of("refusals", "sources")) {
            text.add(',').add(line(1)).add(quoted(name)).add(" : ");
            value(tree.get(name), 1, text);
        }
        text.add(LINE_END).add('}');
        text.writeTo(out);
    }

    @Override
    public void add(int row, RowText to) {
        if (row > 0) {
            to.add(NEXT_ROW);
        }
        for (ObjIntConsumer<RowText> column : columns) {
            column.accept(to, row);
            to.add(',');
        }
        to.dropLast();
    }

    private ObjIntConsumer<RowText> column(ResultColumn<?> column) {
        String head = line(ROW) + quoted(column.name()) + " : ";
        if (column.type() != Cell.class) {
            KeyTexts texts = new KeyTexts(column, key -> head + key(column, key));
            return (to, row) -> to.add(texts.of(row));
        }
        PlainParts parts = new PlainParts(head);
        return (to, row) -> {
            if (column.readPlain(row, figure)) {
                parts.add(to);
            } else {
                to.add(head);
                value(ResultTree.of((Cell) Objects.requireNonNull(column.get(row))), ROW, to);
            }
        };
    }

    private static String key(ResultColumn<?> column, @Nullable Object element) {
        if (element instanceof Region region) {
            return quoted(region.code()) + "," + line(ROW) + quoted(column.name() + ".name") + " : "
                    + quoted(region.name().first());
        }
        return element == null ? "null" : quoted(element.toString());
    }

    /** What is between the numbers of the plain cells of a column. */
    private final class PlainParts {
        private final char[] head;
        private final char[] qualifier =
                ("," + line(CELL) + "\"qualifier\" : " + quoted(Qualifier.EXACT.name()) + ",").toCharArray();
        private final char[] lower = (line(CELL) + "\"bounds\" : {" + line(CELL + 1) + "\"lower\" : ").toCharArray();
        private final char[] upper =
                ("," + line(CELL + 1) + "\"lowerIncluded\" : true," + line(CELL + 1) + "\"upper\" : ").toCharArray();
        private final char[] afterBounds =
                ("," + line(CELL + 1) + "\"upperIncluded\" : true" + line(CELL) + "},").toCharArray();
        private final char[] expected = ("," + line(CELL) + "\"expected\" : ").toCharArray();
        private final char[] status = STATUS.toCharArray();
        private @Nullable Unit unit;
        private char[] unitText = {};

        PlainParts(String head) {
            this.head = (head + "{" + line(CELL) + "\"value\" : ").toCharArray();
        }

        void add(RowText to) {
            if (!Objects.equals(figure.unit, unit)) {
                unit = figure.unit;
                unitText = (line(CELL) + "\"unit\" : " + quoted(CellText.exportedUnit(figure.unit)) + "," + line(CELL)
                                + "\"present\" : ")
                        .toCharArray();
            }
            to.add(head).addCanonical(figure.unscaled, figure.scale).add(qualifier);
            if (figure.hasSlack) {
                to.add(lower).add(figure.lower, figure.boundsScale);
                to.add(upper).add(figure.upper, figure.boundsScale).add(afterBounds);
            }
            to.add(unitText).add(figure.present, 0);
            to.add(expected).add(figure.expected, 0).add(status);
        }
    }

    /** Adds a tree of maps, lists, texts, numbers and booleans whose beginning is at a depth. */
    private static void value(@Nullable Object value, int depth, RowText to) {
        if (value instanceof Map<?, ?> map) {
            to.add("{");
            String separator = "";
            for (Map.Entry<?, ?> property : map.entrySet()) {
                to.add(separator)
                        .add(line(depth + 1))
                        .add(quoted(String.valueOf(property.getKey())))
                        .add(" : ");
                value(property.getValue(), depth + 1, to);
                separator = ",";
            }
            to.add(map.isEmpty() ? " }" : line(depth) + "}");
        } else if (value instanceof List<?> list) {
            to.add("[ ");
            String separator = "";
            for (Object element : list) {
                to.add(separator);
                value(element, depth, to);
                separator = ", ";
            }
            to.add(list.isEmpty() ? "]" : " ]");
        } else if (value instanceof BigDecimal number) {
            to.add(number.toPlainString());
        } else if (value instanceof String text) {
            to.add(quoted(text));
        } else {
            to.add(String.valueOf(value));
        }
    }

    private static String quoted(String text) {
        return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static String line(int depth) {
        return LINE_END + "  ".repeat(depth);
    }
}
