package consumer;

import org.grassrootskpi.report.FigureReader;
import org.grassrootskpi.report.WorkReport;

/** Reads a sentence: a program that knows the reader as a module. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        FigureReader.read(WorkReport.parse("全年走访企业2678家次。"))
                .forEach(figure -> System.out.println(figure.quantity().value()));
    }
}
