package org.grassrootskpi.examples;

import com.google.common.collect.ImmutableMap;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.concurrent.Callable;
import org.grassrootskpi.text.TextWidth;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The commands of the examples jar. */
@Command(
        name = "java -jar grassroots-kpi-examples.jar",
        mixinStandardHelpOptions = true,
        version = "grassroots-kpi examples 0.1.0",
        description = "Key figures of a subdistrict's annual report: modelled, cited, added up safely.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            OverviewCommand.class,
            FactsCommand.class,
            NarrateCommand.class,
            TablesCommand.class,
            ProjectsCommand.class,
            ReconcileCommand.class,
            RevisionsCommand.class,
            AggregateCommand.class,
            ReadReportCommand.class,
            DraftCatalogCommand.class,
            CheckReportCommand.class,
            UpdateCatalogCommand.class,
            CompareReportsCommand.class,
            NewCatalogCommand.class,
            ValidateCommand.class,
            ImportCommand.class,
            ScorecardCommand.class,
            CommitmentsCommand.class,
            ProgressCommand.class,
            PageCommand.class,
            ScaleCommand.class,
            DemoCommand.class
        })
public final class Main implements Callable<Integer> {
    /** The exit code that shells give a program whose output pipe was closed: 128 plus the signal's number. */
    private static final int BROKEN_PIPE = 141;

    private static final ImmutableMap<String, String> EXIT_STATUS = ImmutableMap.of(
            "0", "it is done",
            "1", "errors were found, the input is bad, a file cannot be read, or the output cannot be written",
            "2", "the call is wrong",
            "130", "interrupted",
            "141", "the reader of the output has gone");

    private final Terminal terminal;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before call()
    private CommandSpec spec;

    private Main(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * Runs a command.
     *
     * @param args the command and its options; none prints the commands and runs {@code overview}
     */
    public static void main(String[] args) {
        System.exit(run(Terminal.ofSystem(), args));
    }

    /**
     * Runs a command and writes its output to the given writers.
     *
     * @param out takes what the command prints
     * @param err takes what goes wrong
     * @param args the command and its options
     * @return the exit status, see {@code --help}
     */
    static int run(PrintWriter out, PrintWriter err, String... args) {
        return run(Terminal.of(out, err), args);
    }

    private static int run(Terminal terminal, String... args) {
        int status;
        try {
            status = commandLine(terminal).execute(args);
        } catch (OutOfMemoryError | StackOverflowError e) {
            status = tell(terminal, args.length == 0 ? "overview" : args[0], e);
        } catch (UncheckedIOException e) {
            status = ExitCode.SOFTWARE; // what goes wrong could not be printed either
        }
        int ended = status;
        return terminal.finish().map(e -> unwritten(terminal, e)).orElse(ended);
    }

    private static CommandLine commandLine(Terminal terminal) {
        CommandLine command = new CommandLine(new Main(terminal))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setUsageHelpWidth(Math.max(terminal.width(), 80))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, arguments) -> refuse(e))
                .setExecutionExceptionHandler((e, of, parsed) -> tell(terminal, of.getCommandName(), e));
        Arguments.register(command);
        explainExitStatus(command);
        command.getSubcommands().values().forEach(Main::explainExitStatus);
        return command;
    }

    private static void explainExitStatus(CommandLine command) {
        command.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("Exit status:%n")
                .exitCodeList(EXIT_STATUS);
    }

    /** Says why a command has failed, unless its output could not be written: that is reported at the end. */
    private static int tell(Terminal terminal, String command, Throwable e) {
        if (terminal.finish().isEmpty()) {
            ErrorMessages.of(command, e).forEach(terminal.err()::println);
        }
        return ExitCode.SOFTWARE;
    }

    private static int refuse(ParameterException e) {
        CommandLine command = e.getCommandLine();
        PrintWriter err = command.getErr();
        err.println(e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        err.print("Usage: " + command.getHelp().synopsis("Usage: ".length()));
        err.println(command.getCommandSpec().qualifiedName() + " --help explains it.");
        return ExitCode.USAGE;
    }

    private static int unwritten(Terminal terminal, IOException e) {
        String reason = String.valueOf(e.getMessage());
        if (reason.contains("Broken pipe") || reason.contains("pipe is being closed")) {
            return BROKEN_PIPE;
        }
        try {
            terminal.err().println(ErrorMessages.unwritten(e));
        } catch (UncheckedIOException unsaid) {
            return ExitCode.SOFTWARE;
        }
        terminal.finish();
        return ExitCode.SOFTWARE;
    }

    @Option(
            names = "--encoding",
            scope = ScopeType.INHERIT,
            paramLabel = "CHARSET",
            description =
                    "Charset of what is printed, for example GBK (default: that of the terminal; UTF-8 in files and"
                            + " pipes). What it does not have is printed as \\u4E2D.")
    void encodeAs(Charset charset) {
        terminal.encodeAs(charset);
    }

    @Option(
            names = "--width",
            scope = ScopeType.INHERIT,
            paramLabel = "COLUMNS",
            description = "Columns of tables (default: $COLUMNS, else those of the terminal; 100 in files and pipes).")
    void fitInto(int columns) {
        if (columns < Terminal.LEAST_WIDTH) {
            throw new ParameterException(
                    spec.commandLine(),
                    "expected a width of at least " + Terminal.LEAST_WIDTH + " columns, got " + columns);
        }
        terminal.fitInto(columns);
    }

    /** Returns the number of columns that a table may take. */
    int width() {
        return terminal.width();
    }

    @Override
    public Integer call() {
        CommandLine self = spec.commandLine();
        PrintWriter out = self.getOut();
        out.println("Commands (each explains itself with --help):");
        for (Map.Entry<String, CommandLine> command : self.getSubcommands().entrySet()) {
            String description = String.join(
                    "", command.getValue().getCommandSpec().usageMessage().description());
            String indent = "  " + TextWidth.padRight(command.getKey(), 16);
            for (String line : TextWidth.wrap(description, width() - TextWidth.of(indent))) {
                out.println(indent + line);
                indent = " ".repeat(TextWidth.of(indent));
            }
        }
        out.println();
        return self.execute("overview");
    }
}
