package consumer;

import java.nio.charset.StandardCharsets;
import org.grassrootskpi.catalog.PinghuCatalog;
import org.grassrootskpi.json.CatalogSchema;

/** Reads what the catalogue module brings: a program that knows it as a module. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws Exception {
        System.out.println(PinghuCatalog.load().region("440307003").name().en());
        System.out.println(CatalogSchema.json().asCharSource(StandardCharsets.UTF_8).read().contains("2020-12"));
    }
}
