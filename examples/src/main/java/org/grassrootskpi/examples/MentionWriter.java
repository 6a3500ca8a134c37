package org.grassrootskpi.examples;

import java.util.Locale;
import org.grassrootskpi.report.FigureMention;

/** Prints found figures one by one. */
interface MentionWriter {
    void write(FigureMention figure);

    void finish();

    /** Returns the comparison as it is printed, or an empty text. */
    static String comparison(FigureMention figure) {
        return figure.comparison().map(MentionWriter::code).orElse("");
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
