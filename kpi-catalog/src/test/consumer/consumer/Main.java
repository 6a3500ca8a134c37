package consumer;

import java.nio.charset.StandardCharsets;
import org.grassrootskpi.catalog.CatalogSchema;
import org.grassrootskpi.catalog.PinghuCatalog;
import org.grassrootskpi.region.Divisions;
import org.grassrootskpi.report.FigureReader;
import org.grassrootskpi.report.WorkReport;

/** Reads what the catalogue module brings, and a sentence: a program that knows it as a module. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        System.out.println(PinghuCatalog.load().region("440307003").name().en());
        System.out.println(Divisions.load().byCode("440307003").code());
        System.out.println(CatalogSchema.json().asCharSource(StandardCharsets.UTF_8).read().contains("2020-12"));
        FigureReader.read(WorkReport.parse("全年走访企业2678家次。"))
                .forEach(figure -> System.out.println(figure.quantity().value()));
    }
}
