package org.grassrootskpi.benchmarks;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What programs that load one file into a table of ours and of DuckDB, in turns, are told: how large it is, and how often they do. */
final class LoadOptions {
    private static final String SORTED = "sorted";

    @Option(
            names = "--rows",
            defaultValue = "1000000",
            description = "How many rows the file has, up to 120 million (default: ${DEFAULT-VALUE}).")
    private long rows;

    @Option(names = "--threads", description = "Threads for both (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(names = "--rounds", description = "Timed rounds (default: ${DEFAULT-VALUE}), after some to warm up.")
    private int rounds;

    @Option(
            names = "--order",
            defaultValue = "random",
            description = "How rows are given: random or sorted (default: ${DEFAULT-VALUE}).")
    private String order = "random";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec program;

    LoadOptions(int threads, int rounds) {
        this.threads = threads;
        this.rounds = rounds;
    }

    /** Returns the rows to be loaded; refuses options that name none. */
    BenchmarkData data() {
        if ((!order.equals("random") && !isSorted()) || rounds < 1 || threads < 1) {
            throw new CommandLine.ParameterException(
                    line(), "Expected --order random or sorted, a round or more and a thread or more");
        }
        return new BenchmarkData(rows, isSorted());
    }

    /** Returns the command line of the program. */
    CommandLine line() {
        return program == null ? new CommandLine(this) : program.commandLine();
    }

    long rows() {
        return rows;
    }

    int threads() {
        return threads;
    }

    int rounds() {
        return rounds;
    }

    String order() {
        return order;
    }

    private boolean isSorted() {
        return order.equals(SORTED);
    }
}
