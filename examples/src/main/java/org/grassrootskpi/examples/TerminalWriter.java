package org.grassrootskpi.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Optional;
import java.util.function.Function;
import org.grassrootskpi.text.HiddenCharacters;
import org.jspecify.annotations.Nullable;

/**
 * Prints all text of the commands safely: ids, titles, file names and messages come from untrusted files. Control characters
 * and marks that change the direction of writing are printed as <code>&#92;u001B</code>, and so are characters that the charset
 * lacks. In JSON that is the same text.
 *
 * <p>The first failure ends the command, because it is thrown unchecked: {@link java.io.PrintWriter} swallows every checked
 * exception.
 */
final class TerminalWriter extends Writer {
    private final Function<Charset, Writer> opener;
    private CharsetEncoder encoder;
    private @Nullable Writer to;
    private char waiting;
    private Optional<IOException> failure = Optional.empty();

    /**
     * Opens what it writes to when the first text comes.
     *
     * @param opener opens a writer in a charset
     * @param charset the charset until {@link #encodeAs} says another
     */
    TerminalWriter(Function<Charset, Writer> opener, Charset charset) {
        this.opener = opener;
        this.encoder = charset.newEncoder();
    }

    /** Chooses the charset; nothing may have been written yet. */
    void encodeAs(Charset charset) {
        encoder = charset.newEncoder();
    }

    /** Returns why something could not be written. */
    Optional<IOException> failure() {
        return failure;
    }

    @Override
    public void write(char[] text, int from, int length) {
        StringBuilder seen = new StringBuilder(length + 16);
        for (int i = from; i < from + length; i++) {
            append(text[i], seen);
        }
        attempt(writer -> writer.append(seen));
    }

    /** Half a surrogate pair and a carriage return wait for what follows. */
    private void append(char next, StringBuilder seen) {
        char before = waiting;
        waiting = 0;
        if (before == '\r') {
            seen.append(next == '\n' ? "\r" : HiddenCharacters.escaped('\r'));
        } else if (before != 0) {
            if (Character.isLowSurrogate(next)) {
                append(Character.toCodePoint(before, next), seen);
                return;
            }
            append((int) before, seen);
        }
        if (next == '\r' || Character.isHighSurrogate(next)) {
            waiting = next;
        } else {
            append((int) next, seen);
        }
    }

    private void append(int codePoint, StringBuilder seen) {
        boolean isPlain = codePoint >= ' ' && codePoint < 0x7F;
        if (isPlain || (!HiddenCharacters.isControl(codePoint) && encoder.canEncode(Character.toString(codePoint)))) {
            seen.appendCodePoint(codePoint);
        } else {
            seen.append(HiddenCharacters.escaped(codePoint));
        }
    }

    /** Keeps a failure for {@link #failure()}: a failed flush at the end need not end anything. */
    @Override
    public void flush() {
        try {
            attempt(Writer::flush);
        } catch (UncheckedIOException e) {
            // kept
        }
    }

    @Override
    public void close() {
        if (failure.isPresent()) {
            return;
        }
        if (waiting != 0) {
            String last = HiddenCharacters.escaped(waiting);
            waiting = 0;
            attempt(writer -> writer.append(last));
        }
        attempt(Writer::close);
    }

    private interface Attempt {
        void on(Writer writer) throws IOException;
    }

    private void attempt(Attempt attempt) {
        if (failure.isPresent()) {
            throw new UncheckedIOException(failure.get());
        }
        try {
            if (to == null) {
                to = opener.apply(encoder.charset());
            }
            attempt.on(to);
        } catch (IOException e) {
            failure = Optional.of(e);
            throw new UncheckedIOException(e);
        }
    }
}
