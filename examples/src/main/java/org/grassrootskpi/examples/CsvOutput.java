package org.grassrootskpi.examples;

import com.google.common.collect.Iterables;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.grassrootskpi.table.CsvCells;
import picocli.CommandLine.Option;

/** How a command prints CSV. */
final class CsvOutput {
    @Option(
            names = "--no-guard-formulas",
            negatable = true,
            description =
                    "Print cells that begin as a formula does (= + - @) as they are, instead of behind an apostrophe,"
                            + " with which a spreadsheet opens them as text.")
    private boolean guardsFormulas = true;

    /** Records of CSV. */
    static final class Records {
        private final CsvWriter csv;
        private final CsvCells cells;

        private Records(CsvWriter csv, CsvCells cells) {
            this.csv = csv;
            this.cells = cells;
        }

        void write(List<String> fields) {
            csv.writeRecord(Iterables.transform(fields, cells::of));
        }

        void finish() {
            try {
                csv.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    Records to(Writer out) {
        return new Records(CsvWriter.builder().build(out), guardsFormulas ? CsvCells.GUARDED : CsvCells.PLAIN);
    }
}
