package org.grassrootskpi.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileKindTest {
    private static final String WIDE = "is in UTF-16 or UTF-32, or is no text: save it as UTF-8";

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "1f 8b 08 00, is compressed by gzip: unpack it first",
        "1f 8b, is compressed by gzip: unpack it first",
        "50 4b 03 04 14, 'is a ZIP archive or a workbook of a spreadsheet: unpack it, or save it as text in UTF-8'",
        "d0 cf 11 e0 a1, is a workbook or a document of an office program: save it as text in UTF-8",
        "25 50 44 46 2d, is a PDF: save what is in it as text in UTF-8",
        "ff fe 69 00, '" + WIDE + "'",
        "ff fe, '" + WIDE + "'",
        "fe ff 00 69, '" + WIDE + "'",
        "fe ff, '" + WIDE + "'",
        "69 00 6e 00, '" + WIDE + "'",
        "00 69, '" + WIDE + "'",
        "69 6e 64 00, '" + WIDE + "'"
    })
    void knowsAFileOfAnotherKindByItsFirstBytes(String hex, String kind) {
        byte[] bytes = bytes(hex);

        assertThat(FileKind.foreign(bytes, bytes.length)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "69 6e 64 69 00",
                "ef bb bf 69",
                "1f",
                "1f 8c",
                "50 4b 03 05",
                "50 4b 03",
                "25 50 44 47",
                "25",
                "ff",
                "ff ff",
                "fe fe"
            })
    void saysNothingOfWhatMayBeText(String hex) {
        byte[] bytes = bytes(hex);

        assertThat(FileKind.foreign(bytes, bytes.length)).isEmpty();
    }

    @Test
    void looksAtNoMoreBytesThanThereAre() {
        byte[] buffer = {0x1F, (byte) 0x8B, 0, 0};

        assertThat(FileKind.foreign(buffer, 1)).isEmpty();
        assertThat(FileKind.foreign(new byte[8], 0)).isEmpty();
        assertThat(FileKind.foreign("指标".getBytes(StandardCharsets.UTF_8), 6)).isEmpty();
    }
}
