package org.grassrootskpi.csv;

import com.google.common.io.ByteSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Indicator;
import org.grassrootskpi.model.Samples;
import org.grassrootskpi.quantity.Unit;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.table.TableSchema;

/** A catalogue of money, counts and doubles, and tables read from texts. */
final class CsvSamples {
    static final Catalog CATALOG = Samples.valid()
            .addIndicators(
                    indicator("money", "CNY", 2),
                    indicator("bare", "count", 2),
                    indicator("land", "m2", 3),
                    indicator("requests.handled-by-the-hotline", "count:宗", 0),
                    indicator("measured", "CNY", 0))
            .build();

    static final TableSchema SCHEMA = TableSchema.builder()
            .addDimensions("source", "年龄")
            .addFloatingPoint("measured")
            .build();

    private CsvSamples() {}

    private static Indicator indicator(String id, String unit, int decimals) {
        return Indicator.builder()
                .from(Samples.flow(id))
                .unit(Unit.parse(unit))
                .decimals(decimals)
                .build();
    }

    static ObservationCsvReader reader() {
        return ObservationCsv.reader(CATALOG);
    }

    static ObservationCsvResult read(ObservationCsvReader reader, String text) {
        return read(reader, text.getBytes(StandardCharsets.UTF_8));
    }

    static ObservationCsvResult read(ObservationCsvReader reader, byte[] bytes) {
        try {
            return reader.read(ByteSource.wrap(bytes), "data.csv");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String write(ObservationTable table) {
        StringBuilder text = new StringBuilder();
        try {
            ObservationCsv.write(table, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
