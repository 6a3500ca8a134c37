package org.grassrootskpi.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalWriterTest {
    private static String printed(String text, Charset charset) {
        StringWriter to = new StringWriter();
        try (TerminalWriter writer = new TerminalWriter(any -> to, charset)) {
            new PrintWriter(writer).print(text);
        }
        return to.toString();
    }

    // public bug report
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "an escape sequence that clears the screen, \\u001B[2J, \\\\u001B[2J",
                "one that sets the title of the window,     \\u001B]0;x\\u0007, \\\\u001B]0;x\\\\u0007",
                "the same in one character of C1,           \\u009B2J, \\\\u009B2J",
                "a carriage return that hides what was,     bad\\rgood, bad\\\\u000Dgood",
                "backspaces,                                ab\\u0008\\u0008, ab\\\\u0008\\\\u0008",
                "delete,                                    a\\u007F, a\\\\u007F",
                "a bell,                                    \\u0007, \\\\u0007",
                "a zero,                                    a\\u0000b, a\\\\u0000b",
                "an override of the direction,              a\\u202Etxt.exe, a\\\\u202Etxt.exe",
                "an isolate,                                \\u2066a\\u2069, \\\\u2066a\\\\u2069",
                "a mark from right to left,                 \\u200Fa, \\\\u200Fa",
                "a line separator,                          a\\u2028b, a\\\\u2028b",
                "a tag,                                     a\\uDB40\\uDC41, a\\\\uDB40\\\\uDC41",
                "the first half of a pair,                  \\uD83Da, \\\\uD83Da",
                "the first half of a pair at the end,       a\\uD83D, a\\\\uD83D",
                "the second half of a pair,                 a\\uDE00, a\\\\uDE00",
                "a whole pair,                              \\uD83D\\uDE00, \\uD83D\\uDE00",
                "lines and tabs,                            a\\tb\\nc\\r\\nd, a\\tb\\nc\\r\\nd",
                "Chinese,                                   近300亿元, 近300亿元",
            })
    void whatIsNoTextIsPrintedAsItIsWrittenInJava(String name, String text, String expected) {
        assertThat(printed(unescaped(text), StandardCharsets.UTF_8)).isEqualTo(unescaped(expected));
    }

    /** As Java reads it; Unicode escapes are not known to {@link String#translateEscapes}. */
    private static String unescaped(String text) {
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.startsWith("\\\\", i)) {
                result.append('\\');
                i++;
            } else if (text.startsWith("\\u", i)) {
                result.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
                i += 5;
            } else if (text.charAt(i) == '\\') {
                result.append(text.substring(i, i + 2).translateEscapes());
                i++;
            } else {
                result.append(text.charAt(i));
            }
        }
        return result.toString();
    }

    @Test
    void aPairMayComeInTwoPieces() {
        StringWriter to = new StringWriter();
        PrintWriter out = new PrintWriter(new TerminalWriter(any -> to, StandardCharsets.UTF_8));

        out.print('\uD83D');
        out.print('\uDE00');
        out.print('\r');
        out.print('\n');

        assertThat(to).hasToString("\uD83D\uDE00\r\n");
    }

    @Test
    void whatTheCharsetDoesNotHaveIsPrintedAsItIsWrittenInJava() {
        assertThat(printed("近 a 𠮷", StandardCharsets.US_ASCII)).isEqualTo("\\u8FD1 a \\uD842\\uDFB7");
        assertThat(printed("近 é ü ☃", Charset.forName("GBK"))).isEqualTo("近 é ü \\u2603");
        assertThat(printed("近 𠮷", Charset.forName("GB18030"))).isEqualTo("近 𠮷");
    }

    @Test
    void theFirstFailureEndsTheCommandAndIsKept() {
        IOException full = new IOException("No space left on device");
        TerminalWriter writer = new TerminalWriter(
                any -> new Writer() {
                    @Override
                    public void write(char[] text, int from, int length) throws IOException {
                        throw full;
                    }

                    @Override
                    public void flush() throws IOException {
                        throw full;
                    }

                    @Override
                    public void close() {}
                },
                StandardCharsets.UTF_8);
        PrintWriter out = new PrintWriter(writer);

        assertThatThrownBy(() -> out.println("a"))
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(full);
        assertThatThrownBy(() -> out.println("b"))
                .isInstanceOf(UncheckedIOException.class)
                .hasCause(full);
        out.flush();
        assertThat(writer.failure()).containsSame(full);
    }
}
