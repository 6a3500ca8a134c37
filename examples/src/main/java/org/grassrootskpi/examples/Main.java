package org.grassrootskpi.examples;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.grassrootskpi.model.CatalogException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The commands of the examples jar. */
@Command(
        name = "grassroots-kpi-examples",
        mixinStandardHelpOptions = true,
        version = "grassroots-kpi examples 0.1.0",
        description = "Key figures of a subdistrict's annual report: modelled, cited, added up safely.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            OverviewCommand.class,
            FactsCommand.class,
            ProjectsCommand.class,
            ReconcileCommand.class,
            AggregateCommand.class,
            ReadReportCommand.class,
            DraftCatalogCommand.class,
            NewCatalogCommand.class,
            ValidateCommand.class,
            DemoCommand.class
        })
public final class Main implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before run()
    private CommandSpec spec;

    /**
     * Runs a command.
     *
     * @param args the command and its options; none prints the commands and runs {@code overview}
     */
    public static void main(String[] args) {
        // The terminal's charset differs from machine to machine; what is printed here does not.
        PrintWriter out = utf8(FileDescriptor.out);
        PrintWriter err = utf8(FileDescriptor.err);
        int status = run(out, err, args);
        out.flush();
        err.flush();
        System.exit(status);
    }

    /**
     * Runs a command with its output going where the caller wants it.
     *
     * @param out takes what the command prints
     * @param err takes what goes wrong
     * @param args the command and its options
     * @return the exit status: 0, 1 for bad input, 2 for a bad call
     */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    if (e instanceof CatalogException problems) {
                        problems.problems().forEach(problem -> command.getErr().println(problem.describe()));
                    } else {
                        command.getErr().println(command.getCommandName() + ": " + e.getMessage());
                    }
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(args);
    }

    @Override
    public void run() {
        CommandLine self = spec.commandLine();
        self.getOut().println("Commands (each explains itself with --help):");
        self.getSubcommands()
                .forEach((name, command) -> self.getOut()
                        .println("  " + Columns.padRight(name, 14)
                                + String.join(
                                        "",
                                        command.getCommandSpec().usageMessage().description())));
        self.getOut().println();
        self.execute("overview");
    }

    private static PrintWriter utf8(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
    }
}
