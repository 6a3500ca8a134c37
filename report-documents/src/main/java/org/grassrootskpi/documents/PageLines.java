package org.grassrootskpi.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The lines of one page of a PDF with their places. Words that are farther apart than most of a character are cells of a table,
 * with as many blanks between them as the place of the next one on the page needs.
 */
final class PageLines extends PDFTextStripper {
    private static final float MIN_GAP = 0.8f;

    /** The width of half a character of usual size, in points: a column of the aligned text. */
    private static final float COLUMN = 5.25f;

    private static final String GAP = "  ";

    private final List<Line> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private float start;
    private float end;
    private float base;
    private float size = 1;
    private int column;

    PageLines() {
        setSortByPosition(true);
        setWordSeparator("");
    }

    /**
     * A line of a page.
     *
     * @param text its characters
     * @param start where it begins, in points from the left
     * @param end where it ends
     * @param size the size of its characters, in points
     */
    record Line(String text, float start, float end, float size) {
        boolean isRow() {
            return text.strip().contains(GAP);
        }
    }

    List<Line> lines() {
        return lines;
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        for (TextPosition position : positions) {
            String printed = position.getUnicode();
            if (printed == null || printed.isEmpty()) {
                continue;
            }
            float left = position.getXDirAdj();
            boolean first = line.length() == 0;
            // A stripper writes superscripts into the line that they belong to.
            boolean same = !first && Math.abs(position.getYDirAdj() - base) < size;
            size = Math.max(1, position.getFontSizeInPt());
            if (same && left - end > MIN_GAP * size) {
                line.append(GAP);
                pad(left);
            } else if (same && left - end > size / 4 && isLatin(line.charAt(line.length() - 1), printed.charAt(0))) {
                line.append(' ');
            }
            start = first ? left : start;
            line.append(printed);
            column += printed.charAt(0) < 0x80 ? printed.length() : 2 * printed.length();
            end = left + position.getWidthDirAdj();
            base = position.getYDirAdj();
        }
    }

    private void pad(float left) {
        column += GAP.length();
        while (column < Math.round((left - start) / COLUMN)) {
            line.append(' ');
            column++;
        }
    }

    private static boolean isLatin(char before, char next) {
        return before < 0x80 && next < 0x80;
    }

    @Override
    protected void writeLineSeparator() {
        String printed = line.toString().strip();
        if (!printed.isEmpty()) {
            Line printedLine = new Line(printed, start, end, size);
            // Rows keep their distance from the left, from which the columns are found.
            lines.add(
                    printedLine.isRow()
                            ? new Line(" ".repeat(Math.round(start / COLUMN)) + printed, start, end, size)
                            : printedLine);
        }
        line.setLength(0);
        column = 0;
    }

    @Override
    protected void writePageEnd() throws IOException {
        writeLineSeparator();
        super.writePageEnd();
    }
}
