package org.grassrootskpi.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.grassrootskpi.text.DefinitionLines.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefinitionLinesTest {
    @Test
    void linesThatSaySomethingKnowTheirPlace() throws IOException {
        List<Line> lines = DefinitionLines.read(
                new StringReader("\uFEFF# title\n\n 元 \t\u3000yuan\u00A0\t\r\n   \n#x\ty\n户\n\uFEFFa\n"), "units.tsv");

        assertThat(lines).extracting(Line::number).containsExactly(3, 6, 7);
        assertThat(lines)
                .extracting(Line::fields)
                .containsExactly(List.of("元", "yuan", ""), List.of("户"), List.of("\uFEFFa"));
        assertThat(lines).extracting(Line::size).containsExactly(3, 1, 1);
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstField() throws IOException {
        assertThat(DefinitionLines.read(new StringReader("\uFEFF元\tyuan"), "u")
                        .get(0)
                        .fields())
                .containsExactly("元", "yuan");
    }

    @Test
    void aColumnThatIsMissingOrEmptyIsRefusedWithItsPlace() throws IOException {
        Line line =
                DefinitionLines.read(new StringReader("#\n元\t\n"), "units.tsv").get(0);

        assertThat(line.field(0, "a unit")).isEqualTo("元");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.field(1, "a name"))
                .withMessage("units.tsv, line 2: expected a name in column 2, found nothing");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> line.field(2, "a factor"))
                .withMessage("units.tsv, line 2: expected a factor in column 3, found nothing");
        assertThat(line.refused("a number", "'x'")).hasMessage("units.tsv, line 2: expected a number, found 'x'");
    }

    @Test
    void aResourceIsReadAsUtf8AndClosed() {
        AtomicInteger closed = new AtomicInteger();
        InputStream in = new ByteArrayInputStream("元\tyuan\n".getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };

        assertThat(DefinitionLines.ofResource(in, "units.tsv"))
                .extracting(Line::fields)
                .containsExactly(List.of("元", "yuan"));
        assertThat(closed).hasPositiveValue();
    }

    @Test
    void aResourceThatIsMissingOrCannotBeReadIsNamed() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("no disk");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                return read();
            }
        };

        assertThatIllegalStateException()
                .isThrownBy(() -> DefinitionLines.ofResource(null, "units.tsv"))
                .withMessage("The resource units.tsv is missing next to its class");
        assertThatThrownBy(() -> DefinitionLines.ofResource(broken, "units.tsv"))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Cannot read the resource units.tsv")
                .hasRootCauseMessage("no disk");
    }

    @Test
    void theFirstColumnMayBeEmpty() throws IOException {
        assertThat(DefinitionLines.read(new StringReader("\tyuan"), "u").get(0).fields())
                .containsExactly("", "yuan");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "# only\n#comments", "\uFEFF", " \t \n"})
    void aFileThatSaysNothingHasNoLines(String text) throws IOException {
        assertThat(DefinitionLines.read(new StringReader(text), "empty.tsv")).isEmpty();
    }
}
