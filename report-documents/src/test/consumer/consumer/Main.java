package consumer;

import java.io.IOException;
import java.nio.file.Path;
import org.grassrootskpi.documents.ReportDocument;
import org.grassrootskpi.report.FigureReader;

/** Reads the files of a word processor: a program that knows the reader of documents as a module. */
public final class Main {
    private Main() {}

    public static void main(String[] args) throws IOException {
        for (String name : new String[] {"libreoffice.docx", "libreoffice.pdf", "libreoffice.html"}) {
            ReportDocument document = ReportDocument.read(
                    Path.of("src", "test", "resources", "org", "grassrootskpi", "documents", name));
            System.out.println(
                    document.format() + " " + FigureReader.read(document.report()).size());
        }
    }
}
