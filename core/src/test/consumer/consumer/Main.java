package consumer;

import com.google.common.io.ByteSource;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.grassrootskpi.engine.Engine;
import org.grassrootskpi.json.CatalogJson;
import org.grassrootskpi.csv.ObservationCsv;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.quantity.Quantity;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.time.TimePeriod;

/** Reads figures, a catalogue and observations, and asks: a program that knows core as a module. */
public final class Main {
    private static final String CATALOG = "{\"sectors\": [{\"id\": \"visits\", \"name\": {\"zh\": \"走访\", \"en\": \"Visits\"}}],"
            + " \"regions\": [{\"code\": \"a\", \"name\": {\"zh\": \"甲\", \"en\": \"A\"}, \"level\": \"COMMUNITY\"}],"
            + " \"indicators\": [{\"id\": \"visits.made\", \"sector\": \"visits\", \"name\": {\"zh\": \"走访\", \"en\": \"Visits\"},"
            + " \"definition\": {\"zh\": \"走访\", \"en\": \"Visits\"}, \"kind\": \"FLOW\", \"direction\": \"HIGHER\","
            + " \"unit\": \"count:家次\", \"decimals\": 0}]}";

    private Main() {}

    public static void main(String[] args) throws Exception {
        System.out.println(Quantity.parse("1.5亿元").value().toPlainString());
        System.out.println(TimePeriod.parse("2024-Q3").lastDay());
        Catalog catalog = CatalogJson.read(Map.of("catalog.json", bytes(CATALOG)));
        System.out.println(CatalogJson.read(Map.of("again.json", bytes(CatalogJson.toJson(catalog)))).equals(catalog));
        var read = ObservationCsv.reader(catalog)
                .read(bytes("indicator,region,period,value\nvisits.made,a,2024-01,3\nvisits.made,a,2024-02,4\n"), "data.csv");
        var result = Engine.local(read.table()).execute(Query.select("visits.made").during("2024"));
        System.out.println(result.row(0).cell("value").get());
        System.out.println(result.toCsv().lines().count() + " lines, " + result.toJson().contains("\"value\""));
    }

    private static ByteSource bytes(String text) {
        return ByteSource.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
