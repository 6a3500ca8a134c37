package org.grassrootskpi.examples;

import java.io.Console;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The output of a command: one writer for its results, one for errors, in the charset and the width of the
 * terminal.
 */
final class Terminal {
    /** The columns of a table if the terminal's width is unknown: in a file, in a pipe. */
    static final int USUAL_WIDTH = 100;

    /** The fewest columns that tables are fitted into. */
    static final int LEAST_WIDTH = 40;

    private static final Pattern COLUMNS = Pattern.compile("(?:\\d{1,4} )?([1-9]\\d{0,3})");

    private final TerminalWriter outWriter;
    private final TerminalWriter errWriter;
    private final PrintWriter out;
    private final PrintWriter err;
    private int width;

    private Terminal(TerminalWriter outWriter, TerminalWriter errWriter, int width) {
        this.outWriter = outWriter;
        this.errWriter = errWriter;
        this.out = new PrintWriter(outWriter);
        this.err = new PrintWriter(errWriter);
        this.width = width;
    }

    /** The terminal, files or pipes that the program was started with. */
    static Terminal ofSystem() {
        return new Terminal(
                new TerminalWriter(
                        charset -> new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), charset),
                        charset("stdout")),
                new TerminalWriter(
                        charset -> new OutputStreamWriter(new FileOutputStream(FileDescriptor.err), charset),
                        charset("stderr")),
                systemWidth());
    }

    /** Creates an output to given writers, of the usual width. */
    static Terminal of(Writer out, Writer err) {
        return new Terminal(
                new TerminalWriter(charset -> out, StandardCharsets.UTF_8),
                new TerminalWriter(charset -> err, StandardCharsets.UTF_8),
                USUAL_WIDTH);
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    int width() {
        return width;
    }

    void fitInto(int columns) {
        width = columns;
    }

    void encodeAs(Charset charset) {
        outWriter.encodeAs(charset);
        errWriter.encodeAs(charset);
    }

    /** Flushes the writers; returns the reason if that, or anything before, could not be written. */
    Optional<IOException> finish() {
        err.flush();
        out.flush();
        return outWriter.failure();
    }

    /**
     * Returns the charset of a stream: the one given by {@code -Dstdout.encoding}, else that of the terminal, else UTF-8. The
     * ASCII of the C locale is ignored, since that locale names no charset.
     */
    private static Charset charset(String stream) {
        String told = System.getProperty(stream + ".encoding");
        String system = System.getProperty("native.encoding", "");
        boolean isTold = told != null && !told.equals(system);
        String name = isTold || isTerminal() ? told : null;
        if (name == null) {
            // Java 17 sets this one where the stream is a terminal.
            name = System.getProperty("sun." + stream + ".encoding", isTerminal() ? system : "");
        }
        try {
            Charset charset = name.isEmpty() ? StandardCharsets.UTF_8 : Charset.forName(name);
            return charset.canEncode() && (isTold || !charset.equals(StandardCharsets.US_ASCII))
                    ? charset
                    : StandardCharsets.UTF_8;
        } catch (IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    @SuppressWarnings("SystemConsoleNull") // what a console without a terminal is asked below
    private static boolean isTerminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            // Since Java 22 there is a console even where there is no terminal, and a method that says so.
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }

    private static int systemWidth() {
        @Nullable String columns = System.getenv("COLUMNS");
        return (columns != null && COLUMNS.matcher(columns).matches()) || !isTerminal()
                ? widthOf(columns)
                : widthOf(sizeOfTerminal());
    }

    /**
     * Returns the width for tables.
     *
     * @param size what says how many columns there are: their number, or rows and columns as {@code stty} prints them
     * @return the columns, at least {@link #LEAST_WIDTH}; {@link #USUAL_WIDTH} if the text says nothing of that kind
     */
    static int widthOf(@Nullable String size) {
        Matcher columns = COLUMNS.matcher(size == null ? "" : size.strip());
        return columns.matches() ? Math.max(LEAST_WIDTH, Integer.parseInt(columns.group(1))) : USUAL_WIDTH;
    }

    /** Asks the terminal for its rows and columns; returns an empty text where there is no {@code stty}. */
    private static String sizeOfTerminal() {
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (InputStream size = stty.getInputStream()) {
                return new String(size.readAllBytes(), StandardCharsets.US_ASCII);
            }
        } catch (IOException e) {
            return "";
        }
    }
}
