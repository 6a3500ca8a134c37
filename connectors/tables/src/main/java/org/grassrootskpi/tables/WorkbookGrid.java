package org.grassrootskpi.tables;

import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jspecify.annotations.Nullable;

/** Reads sheets of {@code .xlsx} workbooks: numbers as they are stored, dates as ISO 8601 writes them. */
final class WorkbookGrid {
    private WorkbookGrid() {}

    /**
     * Reads a sheet.
     *
     * @param sheet its name, or null for the first that has cells
     */
    static Grid read(Path file, @Nullable String sheet) throws IOException {
        String name = String.valueOf(file.getFileName());
        try (InputStream bytes = Files.newInputStream(file);
                ReadableWorkbook workbook = open(bytes, name)) {
            List<String> names = workbook.getSheets().map(Sheet::getName).toList();
            Sheet of = null;
            for (Sheet one : workbook.getSheets().toList()) {
                if (sheet == null ? hasCells(one) : one.getName().equals(sheet)) {
                    of = one;
                    break;
                }
            }
            if (of == null) {
                throw new ImportException(List.of(new ImportProblem(
                        name,
                        sheet == null
                                ? "Expected a sheet with cells, got none"
                                : "Expected the sheet '" + sheet + "', got " + names)));
            }
            List<String[]> rows = new ArrayList<>();
            List<Integer> lines = new ArrayList<>();
            try (Stream<Row> all = of.openStream()) {
                all.forEach(row -> {
                    String[] cells = cells(row);
                    if (cells.length > 0) {
                        rows.add(cells);
                        lines.add(row.getRowNum());
                    }
                });
            }
            return Grid.of(name, null, null, of.getName(), rows, ImmutableIntArray.copyOf(lines))
                    .withPartedKeys();
        } catch (ExcelReaderException | IllegalStateException e) {
            throw unreadable(name, e);
        }
    }

    private static ReadableWorkbook open(InputStream bytes, String name) {
        try {
            return new ReadableWorkbook(bytes, new ReadingOptions(true, false));
        } catch (IOException | RuntimeException e) {
            throw unreadable(name, e);
        }
    }

    private static ImportException unreadable(String name, Exception e) {
        return new ImportException(List.of(new ImportProblem(
                name,
                "Expected a workbook of the form .xlsx, got something else or a damaged one: " + e.getMessage())));
    }

    private static boolean hasCells(Sheet sheet) throws IOException {
        try (Stream<Row> rows = sheet.openStream()) {
            return rows.anyMatch(row -> cells(row).length > 0);
        }
    }

    /** Returns the texts of a row's cells, without empty ones at its end. */
    private static String[] cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.getCellCount(); i++) {
            Optional<Cell> cell = row.getOptionalCell(i);
            cells.add(cell.map(WorkbookGrid::text).orElse(""));
        }
        while (!cells.isEmpty() && cells.get(cells.size() - 1).isEmpty()) {
            cells.remove(cells.size() - 1);
        }
        return cells.toArray(String[]::new);
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.EMPTY || cell.getType() == CellType.ERROR) {
            return "";
        }
        String format =
                Optional.ofNullable(cell.getDataFormatString()).orElse("").toLowerCase(Locale.ROOT);
        if (cell.getType() == CellType.NUMBER
                && format.matches(".*(y+[^\\d]*m|d.*m|m.*d).*")
                && !format.contains("general")) {
            LocalDateTime date = cell.asDate();
            return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? date.toLocalDate().toString()
                    : date.toString();
        }
        if (cell.getType() == CellType.NUMBER && format.contains("%")) {
            return cell.asNumber().movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        }
        if (cell.getType() == CellType.NUMBER) {
            return cell.asNumber().toPlainString();
        }
        return Grid.visible(cell.getText().strip());
    }
}
