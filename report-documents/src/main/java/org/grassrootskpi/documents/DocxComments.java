package org.grassrootskpi.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Puts comments into a copy of a docx, as a reviewer puts them with Word. The text, its form and all other parts of the document stay as they
 * are.
 *
 * <pre>{@code
 * byte[] copy = DocxComments.add(bytes, "check", List.of(
 *         new DocxComment("办结率94.7%", ImmutableList.of("9350 ÷ 9600 = 97.40%"))));
 * }</pre>
 *
 * <p>Made with the JDK's own zip and XML. Thread-safe.
 */
public final class DocxComments {
    private static final String PART = "word/comments.xml";
    private static final String RELATIONS = "word/_rels/document.xml.rels";
    private static final String TYPES = "[Content_Types].xml";
    private static final String RELATION_TYPE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments";
    private static final String CONTENT_TYPE =
            "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
    private static final String RELATIONS_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/relationships";
    private static final String TYPES_NAMESPACE = "http://schemas.openxmlformats.org/package/2006/content-types";

    private DocxComments() {}

    /**
     * Adds comments to a copy of a document, within the {@linkplain DocumentLimits#STANDARD standard} limits.
     *
     * @param docx the bytes of a docx, which are left as they are
     * @param author who comments
     * @param comments the comments, best in the order of the text: a passage of which {@link DocxComment#at} does not say where it is is
     *     looked for from where the one before was found, then from the beginning; one that is not there is commented on at the beginning of
     *     the document
     * @return the bytes of the copy
     * @throws UnreadableDocumentException if it is no docx that {@link ReportDocument} reads
     */
    public static byte[] add(byte[] docx, String author, List<DocxComment> comments) {
        String text = DocxText.of(docx, DocumentLimits.STANDARD); // refuses what is too large, too deep or no docx
        Map<String, byte[]> parts = parts(docx);
        Document body = DocxXml.parse(DocxPackage.BODY, part(parts, DocxPackage.BODY));
        Document list = parts.containsKey(PART)
                ? DocxXml.parse(PART, part(parts, PART))
                : DocxXml.parse(
                        PART, ("<w:comments xmlns:w=\"" + DocxXml.WORD + "\"/>").getBytes(StandardCharsets.UTF_8));
        int id = nextId(list);
        ParagraphNumbers styles =
                new ParagraphNumbers(DocxPackage.of(docx, DocumentLimits.STANDARD), DocumentLimits.STANDARD);
        DocxPassages passages = new DocxPassages(body, text, styles);
        for (DocxComment comment : comments) {
            passages.mark(comment.passage(), comment.at(), id);
            list.getDocumentElement().appendChild(comment(list, id, author, comment));
            id++;
        }
        parts.put(DocxPackage.BODY, DocxXml.bytes(body));
        boolean isNew = parts.put(PART, DocxXml.bytes(list)) == null;
        if (isNew) {
            relate(parts);
            declare(parts);
        }
        return zip(docx, parts);
    }

    private static byte[] part(Map<String, byte[]> parts, String name) {
        byte[] part = parts.get(name);
        if (part == null) {
            throw new UnreadableDocumentException(
                    name, "Expected a docx with " + name + ", found none; save the document again");
        }
        return part;
    }

    private static Map<String, byte[]> parts(byte[] docx) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.putIfAbsent(entry.getName(), zip.readAllBytes());
            }
        } catch (IOException e) {
            throw new UnreadableDocumentException("the archive", "Expected a whole docx, found a damaged one", e);
        }
        return parts;
    }

    private static int nextId(Document list) {
        int next = 0;
        NodeList comments = list.getElementsByTagNameNS(DocxXml.WORD, "comment");
        for (int i = 0; i < comments.getLength(); i++) {
            String id = ((Element) comments.item(i)).getAttributeNS(DocxXml.WORD, "id");
            next = id.matches("\\d{1,9}") ? Math.max(next, Integer.parseInt(id) + 1) : next;
        }
        return next;
    }

    private static Element comment(Document list, int id, String author, DocxComment comment) {
        Element element = DocxXml.element(list, "comment");
        DocxXml.attribute(element, "id", Integer.toString(id));
        DocxXml.attribute(element, "author", author);
        for (String line : comment.lines()) {
            Element run = DocxXml.element(list, "r");
            run.appendChild(DocxXml.text(list, line));
            Element paragraph = DocxXml.element(list, "p");
            paragraph.appendChild(run);
            element.appendChild(paragraph);
        }
        return element;
    }

    private static void relate(Map<String, byte[]> parts) {
        Document relations = DocxXml.parse(
                RELATIONS,
                parts.getOrDefault(
                        RELATIONS,
                        ("<Relationships xmlns=\"" + RELATIONS_NAMESPACE + "\"/>").getBytes(StandardCharsets.UTF_8)));
        Element root = relations.getDocumentElement();
        Element relation = relations.createElementNS(RELATIONS_NAMESPACE, "Relationship");
        relation.setAttribute("Id", "rIdComments" + root.getChildNodes().getLength());
        relation.setAttribute("Type", RELATION_TYPE);
        relation.setAttribute("Target", "comments.xml");
        root.appendChild(relation);
        parts.put(RELATIONS, DocxXml.bytes(relations));
    }

    private static void declare(Map<String, byte[]> parts) {
        Document types = DocxXml.parse(TYPES, part(parts, TYPES));
        Element type = types.createElementNS(TYPES_NAMESPACE, "Override");
        type.setAttribute("PartName", "/" + PART);
        type.setAttribute("ContentType", CONTENT_TYPE);
        Node root = types.getDocumentElement();
        root.appendChild(type);
        parts.put(TYPES, DocxXml.bytes(types));
    }

    /** Keeps the entries in their order and with their times; a new part has the time of the body. */
    private static byte[] zip(byte[] docx, Map<String, byte[]> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(docx.length + (1 << 14));
        Map<String, byte[]> open = new LinkedHashMap<>(parts);
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(docx));
                ZipOutputStream to = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            long time = 0;
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] part = open.remove(entry.getName());
                if (part != null) {
                    write(entry.getName(), entry.getTime(), part, to);
                    time = Math.max(time, entry.getTime());
                }
            }
            for (Map.Entry<String, byte[]> added : open.entrySet()) {
                write(added.getKey(), time, added.getValue(), to);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void write(String name, long time, byte[] part, ZipOutputStream to) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(time);
        to.putNextEntry(entry);
        to.write(part);
        to.closeEntry();
    }
}
