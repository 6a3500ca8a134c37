package org.grassrootskpi.text;

import com.google.common.collect.ImmutableMap;
import java.util.Arrays;
import java.util.List;
import org.grassrootskpi.text.MarkupTags.Kind;
import org.grassrootskpi.text.MarkupTags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Reads a text with HTML in it as a page shows it: blocks and line breaks end lines, the cells of a table are separated by
 * tabs and its rows by line breaks (with empty cells where one spans several), entities are the characters they stand for.
 */
final class MarkupText {
    private static final ImmutableMap<String, Integer> ENTITIES = entities();
    private static final int MAX_ENTITY = 10;
    private static final int MAX_COLUMNS = 200;
    private static final String MEASURES = "mM米";
    private static final int MAX_RAISED = 12;

    private final String text;
    private final ReadableText.Editor out;
    private final int[] spanned = new int[MAX_COLUMNS];
    private boolean inTable;
    private boolean inCell;
    private boolean inBlock;
    private int column;
    private int from;

    private MarkupText(ReadableText source) {
        this.text = source.text();
        this.out = new ReadableText.Editor(source);
    }

    private static ImmutableMap<String, Integer> entities() {
        ImmutableMap.Builder<String, Integer> entities = ImmutableMap.builder();
        for (DefinitionLines.Line line :
                DefinitionLines.ofResource(MarkupText.class.getResourceAsStream("entities.tsv"), "entities.tsv")) {
            entities.put(line.field(0, "a name"), Integer.parseInt(line.field(1, "a code point"), 16));
        }
        return entities.buildOrThrow();
    }

    /** Returns a text as a page shows it; itself if there is no HTML in it. */
    static ReadableText shown(ReadableText source) {
        String text = source.text();
        List<Tag> tags = text.indexOf('<') < 0 ? List.of() : MarkupTags.of(text);
        MarkupText shown = new MarkupText(source);
        if (tags.isEmpty() && shown.firstEntity() < 0) {
            return source;
        }
        for (Tag tag : tags) {
            if (tag.start < shown.from) {
                continue;
            }
            shown.content(shown.from, tag.start);
            shown.from = tag.end;
            shown.tag(tag);
        }
        shown.content(shown.from, text.length());
        return shown.out.done();
    }

    private int firstEntity() {
        for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
            if (entity(at) != null) {
                return at;
            }
        }
        return -1;
    }

    private void tag(Tag tag) {
        switch (tag.kind) {
            case TABLE -> table(tag);
            case ROW -> row(tag);
            case CELL -> cell(tag);
            case RAISED -> raised(tag);
            case BLOCK, BREAK -> {
                inBlock = tag.kind == Kind.BREAK ? inBlock : !tag.closes && !isFrame(tag);
                if (!inTable) {
                    newLine(tag);
                }
            }
            default -> {}
        }
    }

    /** Elements that hold blocks and not text: a line break between two of those is one. */
    private static boolean isFrame(Tag tag) {
        return tag.name.equals("html") || tag.name.equals("body") || tag.name.equals("pre");
    }

    private void newLine(Tag tag) {
        if (out.last() != '\n') {
            out.put('\n', tag.start, tag.end);
        }
    }

    private void table(Tag tag) {
        newLine(tag);
        if (tag.isOfData()) {
            out.put('\n', tag.start, tag.end);
        }
        inTable = !tag.closes && tag.isOfData();
        inCell = false;
        inBlock = false;
        Arrays.fill(spanned, 0);
    }

    private void row(Tag tag) {
        if (!inTable || !tag.isOfData()) {
            newLine(tag);
            return;
        }
        inCell = false;
        if (!tag.closes) {
            newLine(tag);
            column = 0;
            for (int i = 0; i < MAX_COLUMNS; i++) {
                spanned[i] = Math.max(0, spanned[i] - 1);
            }
        }
    }

    private void cell(Tag tag) {
        if (!inTable || !tag.isOfData()) {
            inBlock = !tag.closes;
            newLine(tag);
            return;
        }
        inCell = !tag.closes;
        if (tag.closes) {
            return;
        }
        int first = column;
        while (column < MAX_COLUMNS && spanned[column] > 0) {
            column++;
        }
        int tabs = column - first + (first > 0 ? 1 : 0);
        column = Math.min(column, MAX_COLUMNS - 1);
        for (int i = 0; i < tabs; i++) {
            out.put('\t', tag.start, tag.end);
        }
        int end = Math.min(MAX_COLUMNS, column + tag.columns);
        for (int i = column; i < end; i++) {
            spanned[i] = tag.rows;
        }
        column++;
    }

    /** Leaves out a mark of a note; 2 and 3 behind a unit of length are its exponent. */
    private void raised(Tag tag) {
        int close = tag.closes ? -1 : text.indexOf('<', tag.end);
        if (close < 0 || close - tag.end > MAX_RAISED) {
            return;
        }
        String raised = text.substring(tag.end, close).strip();
        boolean exponent = MEASURES.indexOf(out.last()) >= 0 && (raised.equals("2") || raised.equals("3"));
        if (exponent) {
            out.put(raised.equals("2") ? '²' : '³', tag.end, close);
        }
        from = close;
    }

    private void content(int start, int end) {
        if (inTable && !inCell) {
            return;
        }
        int copied = start;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            Entity entity = c == '&' ? entity(i) : null;
            boolean breaks = (c == '\n' || c == '\r' || c == '\t') && (inCell || inBlock);
            if (entity == null && !breaks) {
                continue;
            }
            out.copy(copied, i);
            if (entity != null) {
                for (char shown : Character.toChars(entity.codePoint)) {
                    out.put(shown, i, entity.end);
                }
                copied = entity.end;
            } else {
                copied = blanksEnd(i, end);
                if (isLatin(out.last()) && copied < text.length() && isLatin(text.charAt(copied))) {
                    out.put(' ', i, copied);
                }
            }
            i = copied - 1;
        }
        out.copy(copied, end);
    }

    private int blanksEnd(int from, int to) {
        int end = from;
        while (end < to && " \t\r\n".indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        return end;
    }

    private static boolean isLatin(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    private record Entity(int codePoint, int end) {}

    /** The entity that begins at a &amp;, which may itself be written as one: &amp;amp;nbsp; */
    private @Nullable Entity entity(int at) {
        Entity amp = text.startsWith("&amp;", at) ? named(at + 5) : null;
        return amp != null ? amp : named(at + 1);
    }

    private @Nullable Entity named(int from) {
        int end = from;
        while (end < text.length() && end - from < MAX_ENTITY && isNameCharacter(text.charAt(end))) {
            end++;
        }
        if (end == from) {
            return null;
        }
        String name = text.substring(from, end);
        boolean closed = end < text.length() && text.charAt(end) == ';';
        if (name.charAt(0) == '#') {
            int code = closed ? number(name) : -1;
            return code < 0 ? null : new Entity(code, end + 1);
        }
        Integer code = ENTITIES.get(name);
        if (code == null || (!closed && !name.equals("nbsp"))) {
            return null;
        }
        return new Entity(code, closed ? end + 1 : end);
    }

    private static boolean isNameCharacter(char c) {
        return c == '#' || (c < 0x80 && Character.isLetterOrDigit(c));
    }

    /** The code point of #37 or #x25; a blank for one that no text holds. */
    private static int number(String name) {
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        String digits = name.substring(hex ? 2 : 1);
        boolean valid = !digits.isEmpty()
                && digits.length() <= 7
                && digits.chars().allMatch(c -> Character.digit(c, hex ? 16 : 10) >= 0);
        if (!valid) {
            return -1;
        }
        int code = Integer.parseInt(digits, hex ? 16 : 10);
        boolean shown =
                code >= ' ' && Character.isValidCodePoint(code) && (code < Character.MIN_SURROGATE || code > 0xDFFF);
        return code == 0x2002 || code == 0x2003 || code == 0x2009 || !shown ? ' ' : code;
    }
}
