package org.grassrootskpi.documents;

/**
 * How much of a file is read before it is refused, so that a hostile one fills neither memory nor time. The standard limits
 * are far above those of any report.
 *
 * @param fileBytes the bytes of the file, above 0
 * @param partBytes the bytes of one part of a docx when it is unpacked, above 0
 * @param characters the characters of the text, above 0
 * @param pages the pages of a PDF, above 0
 * @param depth how deep the elements of a docx may be nested, above 0
 */
public record DocumentLimits(int fileBytes, int partBytes, int characters, int pages, int depth) {
    /** 64 MiB in a file, 256 MiB in a part, 32 million characters, 5,000 pages, 200 elements deep. */
    public static final DocumentLimits STANDARD = new DocumentLimits(64 << 20, 256 << 20, 32_000_000, 5_000, 200);

    /**
     * Creates limits; refuses those that let nothing through.
     *
     * @param fileBytes the bytes of the file
     * @param partBytes the bytes of one part of a docx when it is unpacked
     * @param characters the characters of the text
     * @param pages the pages of a PDF
     * @param depth how deep the elements of a docx may be nested
     */
    public DocumentLimits {
        if (fileBytes < 1 || partBytes < 1 || characters < 1 || pages < 1 || depth < 1) {
            throw new IllegalArgumentException("Expected limits above 0, found " + fileBytes + " bytes, " + partBytes
                    + " bytes of a part, " + characters + " characters, " + pages + " pages, depth " + depth);
        }
    }

    UnreadableDocumentException exceeded(String place, String what, int limit) {
        return new UnreadableDocumentException(
                place,
                "Expected at most " + limit + " " + what + ", found more at " + place
                        + "; cut the document into parts, or read it with higher DocumentLimits");
    }
}
