package org.grassrootskpi.examples;

import java.io.PrintWriter;
import java.util.Locale;

/** The forms in which found figures are printed. */
enum MentionFormat {
    TEXT {
        @Override
        MentionWriter writer(PrintWriter out, CsvOutput csv) {
            return new MentionText(out);
        }
    },
    CSV {
        @Override
        MentionWriter writer(PrintWriter out, CsvOutput csv) {
            return new MentionCsv(csv.to(out));
        }
    },
    JSONL {
        @Override
        MentionWriter writer(PrintWriter out, CsvOutput csv) {
            return new MentionJson(out);
        }
    };

    abstract MentionWriter writer(PrintWriter out, CsvOutput csv);

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
