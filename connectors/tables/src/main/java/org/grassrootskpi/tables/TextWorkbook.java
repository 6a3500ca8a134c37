package org.grassrootskpi.tables;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.grassrootskpi.files.WholeFile;
import org.grassrootskpi.text.TextWidth;

/** Sheets of texts that a person fills in, as {@code .xlsx}: written with every cell as a text, and read back as texts. */
public final class TextWorkbook {
    private static final int WIDEST = 60;

    private TextWorkbook() {}

    /**
     * Writes rows to a workbook with one sheet, whole or not at all.
     *
     * @param rows the head first
     * @param file the file; one that is there is replaced
     * @throws IOException if it cannot be written
     */
    public static void write(List<? extends List<String>> rows, Path file) throws IOException {
        WholeFile.writeBytes(file, out -> write(rows, out));
    }

    private static void write(List<? extends List<String>> rows, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "grassroots-kpi", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("1");
            sheet.freezePane(0, 1);
            for (int row = 0; row < rows.size(); row++) {
                List<String> cells = rows.get(row);
                for (int column = 0; column < cells.size(); column++) {
                    sheet.value(row, column, cells.get(column));
                    if (row == 0) {
                        sheet.style(0, column).bold().set();
                        sheet.width(column, Math.min(WIDEST, 2 + widest(rows, column)));
                    } else {
                        sheet.style(row, column)
                                .wrapText(true)
                                .verticalAlignment("top")
                                .set();
                    }
                }
            }
        }
    }

    private static int widest(List<? extends List<String>> rows, int column) {
        int widest = 0;
        for (List<String> row : rows) {
            widest = column < row.size() ? Math.max(widest, TextWidth.of(row.get(column))) : widest;
        }
        return widest;
    }

    /**
     * Reads the first sheet with cells.
     *
     * @param file the file
     * @return its rows, each with as many cells as it has; rows without cells are left out
     * @throws IOException if the file cannot be read
     * @throws ImportException if it is no workbook, or has no cells
     */
    public static ImmutableList<ImmutableList<String>> read(Path file) throws IOException {
        Grid grid = WorkbookGrid.read(file, null);
        List<ImmutableList<String>> rows = new ArrayList<>();
        for (int row = 0; row < grid.height(); row++) {
            rows.add(grid.row(row));
        }
        return ImmutableList.copyOf(rows);
    }
}
