package org.grassrootskpi.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The parts of a docx that text is read from, unpacked within limits. */
final class DocxPackage {
    static final String BODY = "word/document.xml";
    static final String NUMBERING = "word/numbering.xml";
    static final String STYLES = "word/styles.xml";
    private static final int MAX_ENTRIES = 20_000;

    private final Map<String, byte[]> parts;

    private DocxPackage(Map<String, byte[]> parts) {
        this.parts = parts;
    }

    static DocxPackage of(byte[] bytes, DocumentLimits limits) {
        Map<String, byte[]> parts = new HashMap<>();
        String other = "";
        String at = "the beginning of the archive";
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            int entries = 0;
            long unpacked = 0;
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName();
                at = name;
                entries++;
                if (entries > MAX_ENTRIES) {
                    throw limits.exceeded(name, "entries in a docx", MAX_ENTRIES);
                }
                boolean wanted = name.equals(BODY) || name.equals(NUMBERING) || name.equals(STYLES);
                if (wanted && !parts.containsKey(name)) {
                    byte[] part = zip.readNBytes(limits.partBytes());
                    if (zip.read() >= 0) {
                        throw limits.exceeded(name, "bytes in a part of a docx", limits.partBytes());
                    }
                    parts.put(name, part);
                } else {
                    unpacked += zip.skip(limits.partBytes() - unpacked);
                    if (unpacked >= limits.partBytes()) {
                        throw limits.exceeded(name, "bytes in the other parts of a docx", limits.partBytes());
                    }
                }
                other = name.equals("content.xml") ? "a document of OpenDocument" : other;
                other = name.startsWith("xl/") ? "a workbook" : other;
                other = name.startsWith("ppt/") ? "a presentation" : other;
            }
        } catch (UnreadableDocumentException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            if (!parts.containsKey(BODY)) {
                throw new UnreadableDocumentException(
                        at, "Expected a whole docx, found a damaged archive at " + at + "; save it again", e);
            }
        }
        if (!parts.containsKey(BODY)) {
            throw new UnreadableDocumentException(
                    BODY,
                    "Expected a docx with " + BODY + ", found " + (other.isEmpty() ? "an archive without it" : other)
                            + "; save the report as docx");
        }
        return new DocxPackage(parts);
    }

    /** The bytes of a part; none where there is no such part. */
    byte[] part(String name) {
        byte[] part = parts.get(name);
        return part == null ? new byte[0] : part;
    }
}
