package org.grassrootskpi.json;

import com.google.common.base.CharMatcher;
import com.google.common.io.ByteSource;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.grassrootskpi.files.FileKind;
import org.grassrootskpi.model.Problem;
import org.grassrootskpi.model.SourceLocation;

/** Reads the text of a JSON file: as UTF-8, as a whole, and of a moderate size, or not at all. */
final class JsonSource {
    private JsonSource() {}

    /**
     * Reads a source.
     *
     * @param name the name that problems shall give it
     * @param source the source
     * @param problems takes what is wrong with it
     * @return its text without a byte order mark; empty if anything is wrong
     */
    static Optional<String> read(String name, ByteSource source, Consumer<Problem> problems) {
        return bytes(name, source, problems).flatMap(bytes -> text(name, bytes, problems));
    }

    private static Optional<byte[]> bytes(String name, ByteSource source, Consumer<Problem> problems) {
        try {
            // A source that reports a size beyond the limit is not read; but the size may be unknown or wrong.
            if (source.sizeIfKnown().or(0L) <= CatalogJson.MAX_FILE_BYTES) {
                byte[] bytes = source.slice(0, CatalogJson.MAX_FILE_BYTES + 1L).read();
                if (bytes.length <= CatalogJson.MAX_FILE_BYTES) {
                    return Optional.of(bytes);
                }
            }
        } catch (IOException e) {
            problems.accept(problem(Problem.Kind.UNREADABLE, name, CatalogFiles.reason(e)));
            return Optional.empty();
        }
        problems.accept(problem(
                Problem.Kind.TOO_LARGE,
                name,
                "is larger than the " + CatalogJson.MAX_FILE_BYTES
                        + " bytes that are read: split the catalogue into more files"));
        return Optional.empty();
    }

    private static Optional<String> text(String name, byte[] bytes, Consumer<Problem> problems) {
        Optional<String> foreign = FileKind.foreign(bytes, bytes.length);
        if (foreign.isPresent()) {
            problems.accept(problem(Problem.Kind.ENCODING, name, foreign.get()));
            return Optional.empty();
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            int line = 1 + CharMatcher.is('\n').countIn(text);
            int column = text.length() - text.lastIndexOf('\n');
            problems.accept(Problem.builder()
                    .kind(Problem.Kind.ENCODING)
                    .path("")
                    .location(SourceLocation.of(name, line, column))
                    .message(String.format(
                            Locale.ROOT,
                            "is not UTF-8: byte 0x%02X at offset %d; if it was saved as GBK or GB18030, save it as"
                                    + " UTF-8",
                            bytes[in.position()],
                            in.position()))
                    .build());
            return Optional.empty();
        }
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /** Returns a problem of a file as a whole. */
    static Problem problem(Problem.Kind kind, String name, String message) {
        return Problem.builder()
                .kind(kind)
                .path("")
                .message(message)
                .location(SourceLocation.of(name, 0, 0))
                .build();
    }
}
