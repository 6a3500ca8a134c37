package consumer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.grassrootskpi.model.Catalog;
import org.grassrootskpi.pages.Page;
import org.grassrootskpi.time.TimePeriod;

/** Writes a page from a module of its own. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        Page page = Page.of(Catalog.builder().build(), TimePeriod.ofMonth(2025, 6));
        Path file = Files.createTempFile("page", ".html");
        page.writeTo(file);
        System.out.println(Files.readAllLines(file).get(0));
        page.toJson().lines().limit(2).forEach(System.out::println);
        Files.delete(file);
    }
}
