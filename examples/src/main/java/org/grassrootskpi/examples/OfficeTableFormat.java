package org.grassrootskpi.examples;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.grassrootskpi.text.TextWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;

/** The files that tables for a report are written as. */
enum OfficeTableFormat {
    /** Word: a heading and a table each. */
    DOCX {
        @Override
        void write(List<OfficeTable> tables, OutputStream out) throws IOException {
            try (XWPFDocument document = new XWPFDocument()) {
                for (OfficeTable table : tables) {
                    XWPFRun title = document.createParagraph().createRun();
                    title.setBold(true);
                    title.setFontSize(TITLE_POINTS);
                    title.setText(table.title());
                    XWPFTable grid = document.createTable(
                            table.rows().size() + 1, table.head().size());
                    grid.setWidth("100%");
                    XWPFTableRow head = grid.getRow(0);
                    head.setRepeatHeader(true);
                    int[] widths = twips(table);
                    for (int width : widths) {
                        columns(grid).addNewGridCol().setW(BigInteger.valueOf(width));
                    }
                    for (int column = 0; column < table.head().size(); column++) {
                        head.getCell(column).setWidth(Integer.toString(widths[column]));
                        fill(head.getCell(column), table.head().get(column), true, false);
                    }
                    for (int row = 0; row < table.rows().size(); row++) {
                        XWPFTableRow cells = grid.getRow(row + 1);
                        cells.setCantSplitRow(true);
                        for (int column = 0; column < table.head().size(); column++) {
                            cells.getCell(column).setWidth(Integer.toString(widths[column]));
                            fill(
                                    cells.getCell(column),
                                    table.rows().get(row).get(column),
                                    false,
                                    table.figures().contains(column));
                        }
                    }
                    document.createParagraph();
                }
                document.write(out);
            }
        }
    },
    /** Excel: a sheet each, plain numbers as numbers. */
    XLSX {
        @Override
        void write(List<OfficeTable> tables, OutputStream out) throws IOException {
            try (Workbook workbook = new Workbook(out, "grassroots-kpi", "1.0")) {
                for (OfficeTable table : tables) {
                    Worksheet sheet = workbook.newWorksheet(table.title());
                    for (int column = 0; column < table.head().size(); column++) {
                        sheet.value(0, column, table.head().get(column));
                        sheet.style(0, column).bold().wrapText(true).set();
                        sheet.width(column, width(table, column));
                    }
                    sheet.freezePane(0, 1);
                    for (int row = 0; row < table.rows().size(); row++) {
                        for (int column = 0; column < table.head().size(); column++) {
                            put(
                                    sheet,
                                    row + 1,
                                    column,
                                    table.rows().get(row).get(column),
                                    table.figures().contains(column));
                        }
                    }
                    sheet.finish();
                }
            }
        }
    },
    /** Markdown. */
    MD {
        @Override
        void write(List<OfficeTable> tables, OutputStream out) throws IOException {
            StringBuilder text = new StringBuilder();
            for (OfficeTable table : tables) {
                text.append(text.isEmpty() ? "" : "\n")
                        .append("## ")
                        .append(escaped(table.title()))
                        .append("\n\n|");
                table.head()
                        .forEach(name -> text.append(' ').append(escaped(name)).append(" |"));
                text.append("\n|");
                for (int column = 0; column < table.head().size(); column++) {
                    text.append(table.figures().contains(column) ? " ---: |" : " --- |");
                }
                for (List<String> row : table.rows()) {
                    text.append("\n|");
                    row.forEach(cell -> text.append(' ').append(escaped(cell)).append(" |"));
                }
                text.append('\n');
            }
            out.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
    };

    private static final int TITLE_POINTS = 14;
    private static final int NARROWEST = 10;
    private static final int WIDEST = 60;

    /** The width of the text on A4. */
    private static final int TEXT_TWIPS = 9000;

    private static final String CHARACTERS_OF_MARKDOWN = "\\`*_[]<>|#";

    /**
     * Writes tables.
     *
     * @param out is not closed
     */
    abstract void write(List<OfficeTable> tables, OutputStream out) throws IOException;

    private static void fill(XWPFTableCell cell, String text, boolean isHead, boolean isFigure) {
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        paragraph.setAlignment(isFigure ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
        XWPFRun run = paragraph.createRun();
        run.setBold(isHead);
        run.setText(text);
    }

    /** A number as it stands there with its digits and its groups; every other text as it is, never as a formula. */
    private static void put(Worksheet sheet, int row, int column, String text, boolean isFigure) {
        Optional<BigDecimal> number = isFigure ? number(text) : Optional.empty();
        if (number.isPresent()) {
            sheet.value(row, column, number.get());
            int scale = Math.max(0, number.get().scale());
            sheet.style(row, column)
                    .format("#,##0" + (scale == 0 ? "" : "." + "0".repeat(scale)))
                    .set();
            return;
        }
        sheet.value(row, column, text);
        if (isFigure) {
            sheet.style(row, column).horizontalAlignment("right").set();
        } else {
            sheet.style(row, column).wrapText(true).set();
        }
    }

    private static Optional<BigDecimal> number(String text) {
        String digits = text.replace(",", "");
        return digits.matches("-?\\d{1,15}(\\.\\d{1,10})?") ? Optional.of(new BigDecimal(digits)) : Optional.empty();
    }

    private static CTTblGrid columns(XWPFTable grid) {
        CTTblGrid columns = grid.getCTTbl().getTblGrid();
        return columns == null ? grid.getCTTbl().addNewTblGrid() : columns;
    }

    /** The widths of a document's columns in twentieths of a point, by what stands in them. */
    private static int[] twips(OfficeTable table) {
        int[] widths = new int[table.head().size()];
        Arrays.setAll(widths, column -> Math.max(NARROWEST, Math.min(WIDEST / 2, width(table, column) + 1)));
        int sum = Arrays.stream(widths).sum();
        return Arrays.stream(widths).map(width -> TEXT_TWIPS * width / sum).toArray();
    }

    private static int width(OfficeTable table, int column) {
        int widest = TextWidth.of(table.head().get(column));
        for (List<String> row : table.rows()) {
            widest = Math.max(widest, TextWidth.of(row.get(column)));
        }
        return Math.min(WIDEST, widest + 2);
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (CHARACTERS_OF_MARKDOWN.indexOf(c) >= 0) {
                escaped.append('\\');
            }
            escaped.append(c == '\n' || c == '\r' ? ' ' : c);
        }
        return escaped.toString();
    }
}
