package org.example.consumer;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.grassrootskpi.catalog.PinghuCatalog;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.model.Observation;
import org.grassrootskpi.query.Cell;
import org.grassrootskpi.query.Measure;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.query.ResultTable;
import org.grassrootskpi.report.FigureMention;
import org.grassrootskpi.report.FigureReader;
import org.grassrootskpi.report.WorkReport;
import org.grassrootskpi.table.ObservationTable;
import org.grassrootskpi.time.TimePeriod;
import tools.jackson.databind.json.JsonMapper;

/** Reads the catalogue, asks a query, writes a cell with Jackson 3, reads a sentence, and prints what came of it in UTF-8. */
final class Consumer {
    private Consumer() {}

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Module self = Consumer.class.getModule();
        out.println(self.isNamed() ? "module " + self.getName() : "class path");

        Catalog pinghu = PinghuCatalog.load();
        Observation land = pinghu.observation("land.consolidation.area", "440307003", TimePeriod.parse("2024"))
                .orElseThrow();
        out.println("catalogue: " + land.printed().orElseThrow());

        Query query = Query.select("land.consolidation.area").within("440307003").during("2024");
        ResultTable answer = Engine.local(ObservationTable.of(pinghu)).execute(query);
        Cell area = answer.cells(Measure.value()).get(0);
        out.println("query: " + area.get());

        JsonMapper mapper = JsonMapper.builder().findAndAddModules().build();
        out.println("JSON: " + mapper.writeValueAsString(area));

        for (FigureMention figure : FigureReader.read(WorkReport.parse("新建学校3所,总投资近2.5亿元。"))) {
            out.println("sentence: " + figure.phrase() + " is " + figure.quantity().value() + " "
                    + figure.quantity().unit().code());
        }
    }
}
