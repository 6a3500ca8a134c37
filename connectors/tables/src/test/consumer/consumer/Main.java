package consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grassrootskpi.query.Query;
import org.grassrootskpi.tables.ImportedTable;
import org.grassrootskpi.tables.TableImport;

/** Reads a table from a module of its own. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        Path file = Files.writeString(Files.createTempFile("visits", ".csv"), "region,year,visits\na,2024,12\nb,2024,30\n");
        ImportedTable visits = TableImport.of(file).read();
        System.out.println(visits.engine().execute(Query.select("visits")));
        System.out.println(TableImport.parseMapping(TableImport.toJson(visits.mapping())).equals(visits.mapping()));
        Files.delete(file);
    }
}
