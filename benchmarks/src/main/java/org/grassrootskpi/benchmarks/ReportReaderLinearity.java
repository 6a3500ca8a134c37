package org.grassrootskpi.benchmarks;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import org.grassrootskpi.report.FigureReader;
import org.grassrootskpi.report.ReaderVocabulary;
import org.grassrootskpi.report.WorkReport;

/**
 * Shows that the time to read a report grows with its length and not faster: prose, a report with tables, and one sentence
 * without an end, each of 10 KB, 100 KB, 1 MB and 10 MB of UTF-8 and the first of 100 MB, in CPU time of the one thread that
 * reads, because that depends least on what else the machine does.
 */
public final class ReportReaderLinearity {
    private static final int[] BYTES = {10_000, 100_000, 1_000_000, 10_000_000, 100_000_000};
    private static final int LONGEST_OTHER = 10_000_000;
    private static final int ROUND_BYTES = 10_000_000;

    private ReportReaderLinearity() {}

    /**
     * Prints a Markdown table.
     *
     * @param args none
     */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (LongReport report : LongReport.values()) {
            read(report.ofBytes(1_000_000), 12);
        }
        out.println("| text | bytes of UTF-8 | characters | figures | ns a character | characters a second |");
        out.println("|---|---|---|---|---|---|");
        for (LongReport report : LongReport.values()) {
            for (int bytes : BYTES) {
                if (report == LongReport.PROSE || bytes <= LONGEST_OTHER) {
                    print(out, report, report.ofBytes(bytes));
                }
            }
        }
    }

    private static void print(PrintStream out, LongReport report, String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        int rounds = Math.max(1, ROUND_BYTES / bytes);
        long[] result = read(text, rounds);
        double nanos = (double) result[0] / rounds / text.length();
        out.printf(
                Locale.ROOT,
                "| %s | %,d | %,d | %,d | %.1f | %,.0f |%n",
                report.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                bytes,
                text.length(),
                result[1] / rounds,
                nanos,
                1e9 / nanos);
    }

    /** CPU nanoseconds and figures of all rounds. */
    private static long[] read(String text, int rounds) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        AtomicLong figures = new AtomicLong();
        long start = threads.getCurrentThreadCpuTime();
        for (int i = 0; i < rounds; i++) {
            FigureReader.read(WorkReport.parse(text), ReaderVocabulary.standard(), figure -> figures.incrementAndGet());
        }
        return new long[] {threads.getCurrentThreadCpuTime() - start, figures.get()};
    }
}
