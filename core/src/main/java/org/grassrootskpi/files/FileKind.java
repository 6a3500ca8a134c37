package org.grassrootskpi.files;

import java.util.Optional;

/** Files of other kinds that are given by mistake for a text in UTF-8, known by their first bytes. */
public final class FileKind {
    private static final int LOOKED_AT = 4;

    private FileKind() {}

    /**
     * {@return what a file is instead of a text, and the way out; empty if nothing speaks against a text in UTF-8}
     *
     * @param bytes its first bytes
     * @param length how many of them are there
     */
    public static Optional<String> foreign(byte[] bytes, int length) {
        if (startsWith(bytes, length, 0x1F, 0x8B)) {
            return Optional.of("is compressed by gzip: unpack it first");
        }
        if (startsWith(bytes, length, 'P', 'K', 3, 4)) {
            return Optional.of(
                    "is a ZIP archive or a workbook of a spreadsheet: unpack it, or save it as text in UTF-8");
        }
        if (startsWith(bytes, length, 0xD0, 0xCF, 0x11, 0xE0)) {
            return Optional.of("is a workbook or a document of an office program: save it as text in UTF-8");
        }
        if (startsWith(bytes, length, '%', 'P', 'D', 'F')) {
            return Optional.of("is a PDF: save what is in it as text in UTF-8");
        }
        boolean isWide = startsWith(bytes, length, 0xFF, 0xFE) || startsWith(bytes, length, 0xFE, 0xFF);
        for (int i = 0; i < Math.min(length, LOOKED_AT); i++) {
            isWide |= bytes[i] == 0;
        }
        return isWide ? Optional.of("is in UTF-16 or UTF-32, or is no text: save it as UTF-8") : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int length, int... expected) {
        if (length < expected.length) {
            return false;
        }
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
