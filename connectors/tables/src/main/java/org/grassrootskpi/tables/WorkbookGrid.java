package org.grassrootskpi.tables;

import com.google.common.base.Splitter;
import com.google.common.primitives.ImmutableIntArray;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.grassrootskpi.text.ShortestDecimal;
import org.jspecify.annotations.Nullable;

/** Reads sheets of {@code .xlsx} workbooks: numbers as they were entered, dates as ISO 8601 writes them. */
final class WorkbookGrid {
    /** Doubles hold so many digits of any number. */
    private static final int HELD_DIGITS = 15;

    private static final int MOST_STORED_DIGITS = 17;
    private static final int THOUSAND_DIGITS = 3;
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.|\\[[^\\]]*\\]");
    private static final Pattern DATE = Pattern.compile(".*(y+[^\\d]*m|d.*m|m.*d).*");
    private static final Pattern THOUSANDS = Pattern.compile("[0#?](,+)[^0#?,]*$");

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
        if (cell.getType() != CellType.NUMBER) {
            return Grid.visible(cell.getText().strip());
        }
        String format =
                Optional.ofNullable(cell.getDataFormatString()).orElse("").toLowerCase(Locale.ROOT);
        // What stands in quotes is printed and means nothing.
        String codes = QUOTED.matcher(format).replaceAll("");
        if (DATE.matcher(codes).matches() && !codes.contains("general")) {
            LocalDateTime date = cell.asDate();
            return date.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? date.toLocalDate().toString()
                    : date.toString();
        }
        int thousands = thousands(codes);
        BigDecimal stored = entered(cell.asNumber());
        BigDecimal number = thousands == 0
                ? stored
                : stored.movePointLeft(THOUSAND_DIGITS * thousands).stripTrailingZeros();
        if (codes.contains("%")) {
            return number.movePointRight(2).stripTrailingZeros().toPlainString() + "%";
        }
        return number.toPlainString() + (format.contains("%") ? "%" : "");
    }

    /**
     * Returns a number as it was entered. A workbook stores doubles, and programs write them with up to 17 digits, so that 9.3 becomes
     * 9.3000000000000007.
     */
    private static BigDecimal entered(BigDecimal stored) {
        BigDecimal stripped = stored.stripTrailingZeros();
        double nearest = stored.doubleValue();
        boolean canBeOfDouble = stripped.scale() > 0
                && stripped.precision() > HELD_DIGITS
                && stripped.precision() <= MOST_STORED_DIGITS;
        return canBeOfDouble
                        && new BigDecimal(nearest)
                                        .round(new MathContext(stripped.precision()))
                                        .compareTo(stored)
                                == 0
                ? ShortestDecimal.of(nearest)
                : stored;
    }

    /** Returns how often a format divides by a thousand what it prints: once for each comma behind the last digit. */
    private static int thousands(String format) {
        Matcher commas =
                THOUSANDS.matcher(Splitter.on(';').split(format).iterator().next());
        return commas.find() ? commas.group(1).length() : 0;
    }
}
