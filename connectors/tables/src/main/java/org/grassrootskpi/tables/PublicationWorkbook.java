package org.grassrootskpi.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.grassrootskpi.files.WholeFile;
import org.grassrootskpi.publish.PublicationCell;
import org.grassrootskpi.publish.PublicationTable;
import org.grassrootskpi.text.TextWidth;

/**
 * Writes published tables as {@code .xlsx} workbooks: numbers as numbers, shown as they are printed, with the marks of their notes;
 * figures with a qualifier, such as 超600, as texts; the notes below.
 */
public final class PublicationWorkbook {
    private static final int WIDEST = 40;

    private PublicationWorkbook() {}

    /**
     * Writes a table to a workbook with one sheet. A file that is there is replaced, whole or not at all.
     *
     * @param table any table
     * @param file the file
     * @throws IOException if it cannot be written
     */
    public static void write(PublicationTable table, Path file) throws IOException {
        WholeFile.writeBytes(file, out -> write(table, out));
    }

    private static void write(PublicationTable table, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "grassroots-kpi", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("1");
            for (int column = 0; column < table.head().size(); column++) {
                sheet.value(0, column, table.head().get(column));
                sheet.style(0, column).bold().wrapText(true).set();
                sheet.width(column, Math.min(WIDEST, 2 + width(table, column)));
            }
            sheet.freezePane(0, 1);
            int row = 1;
            for (List<PublicationCell> cells : table.rows()) {
                for (int column = 0; column < cells.size(); column++) {
                    write(sheet, row, column, cells.get(column));
                }
                row++;
            }
            for (String note : table.notes()) {
                sheet.value(row++, 0, note);
            }
        }
    }

    private static void write(Worksheet sheet, int row, int column, PublicationCell cell) {
        if (cell.number().isPresent()) {
            BigDecimal number = cell.number().get();
            sheet.value(row, column, number);
            String marks = cell.toString().substring(cell.text().length());
            sheet.style(row, column)
                    .format(format(number.scale()) + (marks.isEmpty() ? "" : '"' + marks + '"'))
                    .set();
        } else {
            sheet.value(row, column, cell.toString());
            if (cell.isFigure()) {
                sheet.style(row, column).horizontalAlignment("right").set();
            }
        }
    }

    private static String format(int decimals) {
        return decimals <= 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
    }

    private static int width(PublicationTable table, int column) {
        int widest = TextWidth.of(table.head().get(column));
        for (List<PublicationCell> cells : table.rows()) {
            widest = Math.max(widest, TextWidth.of(cells.get(column).toString()));
        }
        return widest;
    }
}
