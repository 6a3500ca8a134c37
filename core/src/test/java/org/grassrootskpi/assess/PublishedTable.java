package org.grassrootskpi.assess;

import com.google.common.io.Resources;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** A published table with numbers that must come out of our own computation: a resource that begins with its source, or a file beside the project. */
public final class PublishedTable {
    private static final Path BESIDE = Path.of("../../shared/assess/tables");

    private PublishedTable() {}

    /**
     * {@return the rows of a table}
     *
     * @param name its name, without .csv; a test of one that is not there is skipped
     */
    public static List<NamedCsvRecord> rows(String name) {
        try {
            return CsvReader.builder().ofNamedCsvRecord(text(name)).stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String name) throws IOException {
        URL resource = PublishedTable.class.getResource(name + ".csv");
        if (resource != null) {
            return Resources.toString(resource, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.joining("\n"));
        }
        Path file = BESIDE.resolve(name + ".csv");
        Assumptions.assumeTrue(
                Files.isRegularFile(file),
                () -> "the published table " + name + " is not here: nothing to compare with");
        return Files.readString(file);
    }

    /**
     * {@return a number of a row}
     *
     * @param row a row
     * @param column the name of its column
     */
    public static BigDecimal number(NamedCsvRecord row, String column) {
        return new BigDecimal(row.getField(column));
    }
}
