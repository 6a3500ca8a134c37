package org.grassrootskpi.examples;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import org.grassrootskpi.report.FigureMention;
import org.grassrootskpi.report.FigurePeriod;

/** Writes one JSON object on each line. */
final class MentionJson implements MentionWriter {
    private final PrintWriter out;

    MentionJson(PrintWriter out) {
        this.out = out;
    }

    @Override
    public void write(FigureMention figure) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("start", figure.start());
        line.put("surface", figure.surface());
        line.put("value", figure.quantity().value().toPlainString());
        line.put("unit", figure.quantity().unit().code());
        line.put("qualifier", MentionWriter.code(figure.quantity().qualifier()));
        line.put("comparison", figure.comparison().map(MentionWriter::code).orElse(null));
        line.put("role", MentionWriter.code(figure.role()));
        line.put("standing", MentionWriter.code(figure.standing()));
        line.put("against", figure.against().orElse(null));
        line.put("section", figure.section().path());
        line.put("subject", figure.subject());
        line.put("period", figure.period().map(FigurePeriod::toString).orElse(null));
        ArrayNode doubts = line.putArray("doubt");
        figure.doubts().forEach(doubt -> doubts.add(MentionWriter.code(doubt)));
        line.put("scope", figure.scope().orElse(null));
        line.put(
                "range_end",
                figure.rangeEnd().map(end -> end.value().toPlainString()).orElse(null));
        out.print(line);
        out.print('\n');
    }

    @Override
    public void finish() {
        out.flush();
    }
}
