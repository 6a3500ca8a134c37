package org.grassrootskpi.examples;

import com.google.common.collect.Iterables;
import java.io.PrintWriter;
import java.util.List;
import org.grassrootskpi.table.CsvCells;
import org.grassrootskpi.text.CsvField;
import picocli.CommandLine.Option;

/** Prints CSV for a command. */
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
        private static final String LINE_END = "\r\n";

        private final PrintWriter out;
        private final CsvCells cells;

        private Records(PrintWriter out, CsvCells cells) {
            this.out = out;
            this.cells = cells;
        }

        void write(List<String> fields) {
            out.append(CsvField.record(Iterables.transform(fields, cells::of))).append(LINE_END);
        }

        void finish() {
            out.flush();
        }
    }

    Records to(PrintWriter out) {
        return new Records(out, guardsFormulas ? CsvCells.GUARDED : CsvCells.PLAIN);
    }
}
